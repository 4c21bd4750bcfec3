import { badValue } from "../../http/errors";
import { list } from "../../http/paging";
import type { View } from "../../render/view";
import { parseId } from "../../store/ids";
import type { Sheet } from "../../store/sheet";
import type { Column, Id } from "../../store/types";
import type { Call } from "../call";

/** What a call wants to see of a sheet. Errors: 400/1018 for a level beyond 2 and for ids that are none. */
export function readView(call: Call, sheet: Sheet): View {
  const level = call.query.get("level") || "0";
  if (!/^[012]$/.test(level)) throw badValue(level, "level");
  return {
    call,
    include: new Set(list(call.query, "include") ?? []),
    exclude: new Set(list(call.query, "exclude") ?? []),
    level: Number(level),
    columns: chooseColumns(call, sheet),
    access: call.sandbox.store.accessLevel(call.person, sheet) ?? "VIEWER",
  };
}

/** An empty list means all columns, as for any parameter left empty: callers must not send one by mistake. */
function chooseColumns(call: Call, sheet: Sheet): Column[] {
  const wanted = idList(call, "columnIds");
  return wanted ? sheet.columns.filter((column) => wanted.has(column.id)) : sheet.columns;
}

/** Ids of a comma list; null where the parameter is absent or empty. */
export function idList(call: Call, name: string): Set<Id> | null {
  const texts = list(call.query, name);
  if (!texts) return null;
  return new Set(
    texts.map((text) => {
      const id = parseId(text);
      if (id === null) throw badValue(text, name);
      return id;
    }),
  );
}
