import type { SightSeed } from "../scenarios/types";
import type { Sheet } from "./sheet";
import type { Store } from "./store";
import type { Id, Widget } from "./types";

type Json = Record<string, unknown>;

/** The widgets of a scenario's dashboard, with ids for keys, titles and row numbers; see `WidgetSeed`. */
export function growWidgets(seed: SightSeed, store: Store): Widget[] {
  return seed.widgets.map((widget, index) => ({
    ...widget,
    id: store.ids.for(`widget/${seed.key}/${index}`),
    contents: resolve(widget.contents, store, null) as Json,
  }));
}

function resolve(value: unknown, store: Store, around: Sheet | null): unknown {
  if (Array.isArray(value)) return value.map((item) => resolve(item, store, around));
  if (typeof value !== "object" || value === null) return value;
  const seed = value as Json;
  const sheet = typeof seed.sheet === "string" ? store.mustFindSheet(seed.sheet) : around;
  return Object.fromEntries(Object.entries(seed).map(([name, member]) => entry(name, member, store, sheet)));
}

function entry(name: string, member: unknown, store: Store, sheet: Sheet | null): [string, unknown] {
  if (name in ASSETS && typeof member === "string")
    return [`${name}Id`, ASSETS[name]?.(store, member) ?? missing(name, member)];
  if (COLUMNS.has(name) && typeof member === "string") return [withId(name), columnId(sheet, member)];
  if (name === "includedColumns" && Array.isArray(member))
    return ["includedColumnIds", member.map((title) => columnId(sheet, String(title)))];
  if (ROWS.has(name) && typeof member === "number")
    return [withId(name), sheet?.seedRowId(member) ?? missing(name, member)];
  if (name === "profileField" && typeof member === "string")
    return [
      "profileFieldId",
      sheet?.summary.find(({ title }) => title === member)?.id ?? missing(name, member),
    ];
  return [name, resolve(member, store, sheet)];
}

const ASSETS: Record<string, (store: Store, key: string) => Id | undefined> = {
  sheet: (store, key) => store.sheetByKey(key)?.id,
  report: (store, key) => store.reports.find((report) => report.key === key)?.id,
  sight: (store, key) => store.sights.find((sight) => sight.key === key)?.id,
  workspace: (store, key) => store.workspaces.find((workspace) => workspace.key === key)?.id,
  folder: (store, key) => store.folders.find((folder) => folder.key === key)?.id,
};
const COLUMNS = new Set(["column", "sourceColumn1", "sourceColumn2"]);
const ROWS = new Set(["row", "sourceRow1", "sourceRow2"]);

/** `sourceRow1` is `sourceRowId1` on the wire. */
function withId(name: string): string {
  return name.replace(/\d*$/, (digit) => `Id${digit}`);
}

function columnId(sheet: Sheet | null, title: string): Id {
  return sheet?.columnTitled(title)?.id ?? missing("column", title);
}

function missing(kind: string, name: unknown): never {
  throw new Error(`scenario names an unknown ${kind} in a widget: ${String(name)}`);
}
