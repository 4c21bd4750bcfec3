import { badValue } from "../../http/errors";
import { list } from "../../http/paging";
import type { View } from "../../render/view";
import type { Call } from "../call";

/** How much of a dashboard to send. */
export interface SightView extends Pick<View, "call" | "include" | "exclude" | "level"> {
  /** 0 to 4, as the caller gave it; `level` is what a sheet would call the same. */
  sightLevel: number;
}

/** Level 2 knows multi-contacts, 3 multi-picklists too, 4 summary fields in metrics. Errors: 400/1018. */
export function readSightView(call: Call): SightView {
  const text = call.query.get("level") || "0";
  if (!/^[0-4]$/.test(text)) throw badValue(text, "level");
  const sightLevel = Number(text);
  return {
    call,
    include: new Set(list(call.query, "include") ?? []),
    exclude: new Set(),
    level: [0, 0, 1, 2, 2][sightLevel] ?? 0,
    sightLevel,
  };
}
