import { idIn, textIn } from "../../../http/attributes";
import { isRecord } from "../../../http/body";
import { ApiError, unparsable } from "../../../http/errors";
import type { Cell, Id } from "../../../store/types";
import type { Call } from "../../call";

export interface HyperlinkWrite {
  link: NonNullable<Cell["link"]>;
  /** What the cell says when no value comes along: the address, or the name of what is linked to. */
  name: string;
}

/**
 * Reads `cell.hyperlink`. Errors: 400/1112 for an address beside an id, 1111 for two ids, 1117 for none of them,
 * 404/1114 for a sheet, report or dashboard the person cannot open.
 */
export function readHyperlink(call: Call, wire: unknown): HyperlinkWrite {
  if (!isRecord(wire)) throw unparsable("a hyperlink must be an object");
  const url = textIn(wire, "url");
  const targets = (["sheetId", "reportId", "sightId"] as const).flatMap((name) => {
    const id = idIn(wire, name);
    return id === undefined ? [] : [{ name, id }];
  });
  const [target] = targets;
  if (url && target)
    throw new ApiError(400, 1112, "hyperlink.url must be null for sheet, report, or Sight hyperlinks.");
  if (targets.length > 1)
    throw new ApiError(
      400,
      1111,
      "Only one of cell.hyperlink.sheetId and cell.hyperlink.reportId may be non-null.",
    );
  if (target) return { link: { [target.name]: target.id }, name: nameOf(call, target) };
  if (url) return { link: { url }, name: url };
  throw new ApiError(
    400,
    1117,
    "One of the following cell.hyperlink fields must be non-null: url, sheetId, or reportId.",
  );
}

function nameOf(
  { sandbox, person }: Call,
  { name, id }: { name: "sheetId" | "reportId" | "sightId"; id: Id },
): string {
  const { store } = sandbox;
  const kinds = {
    sheetId: () => store.sheet(id),
    reportId: () => store.report(id),
    sightId: () => store.sight(id),
  };
  const target = kinds[name]();
  if (!target || store.accessLevel(person, target) === null)
    throw new ApiError(404, 1114, `Invalid sheetId or reportId: ${id}.`);
  return target.name;
}
