import type { RuleIndex } from "@/lib/policy/index-rules";
import type { VisibleSheet } from "@/lib/policy/sheet";
import { ACTIONS, type Action, type Decision, type Person } from "@/lib/policy/types";
import type { RadiusAsset } from "./radius-types";
import { type Circumstances, decideFor, sightOf } from "./sight";

/** What one person sees of one sheet or report. */
export interface WhoEntry {
  userId: string;
  name: string;
  email: string;
  asset: RadiusAsset["asset"];
  sheetId: string;
  sheetName: string;
  via: "own" | "delegated";
  /** Rules that took part, forbids among them; sorted. */
  rules: string[];
  assumedUsers: string[];
  /** In the sheet's order. `isMasked`: some of its cells, or all, show a mask. */
  columns: { id: string; title: string; isMasked: boolean }[];
  rows: number;
  rowIds: readonly string[];
  /** By row id, for every row seen: the columns that show something in it, blank cells left out. */
  cells: ReadonlyMap<string, readonly string[]>;
  actions: Action[];
  /** ISO 8601; null for own access. */
  expiresAt: string | null;
}

/**
 * Everybody who sees any row of an asset, by name. `circumstances.own` absent: own access is left out. An answer that
 * is not among the asset's sources adds nothing. Pure; a decision and a projection for each person, the projection
 * shared by people of whom the rules say the same.
 */
export function whoSees(
  people: readonly Person[],
  asset: RadiusAsset,
  index: RuleIndex,
  circumstances: Circumstances,
): WhoEntry[] {
  const known = new Map<string, Seen | null>();
  const entries = people.flatMap((person) => entryFor(person, asset, index, circumstances, known));
  return entries.sort((a, b) => a.name.localeCompare(b.name, "en") || (a.userId < b.userId ? -1 : 1));
}

/** Every asset of which a person sees any row, by name. As `whoSees`, the other way round. */
export function whatSees(
  person: Person,
  assets: readonly RadiusAsset[],
  index: RuleIndex,
  circumstances: Circumstances,
): WhoEntry[] {
  const entries = assets.flatMap((asset) => entryFor(person, asset, index, circumstances, new Map()));
  return entries.sort(
    (a, b) => a.sheetName.localeCompare(b.sheetName, "en") || (a.sheetId < b.sheetId ? -1 : 1),
  );
}

/**
 * Those who see a column, each entry cut down to it and to the rows in which it shows something. With no row left only
 * its title is seen.
 */
export function whoSeesColumn(entries: readonly WhoEntry[], columnId: string): WhoEntry[] {
  return entries.flatMap((entry) => {
    const columns = entry.columns.filter(({ id }) => id === columnId);
    if (columns.length === 0) return [];
    const shown = [...entry.cells].filter(([, ids]) => ids.includes(columnId));
    return { ...entry, columns, ...rowsOf(new Map(shown.map(([row]) => [row, [columnId]]))) };
  });
}

/** Those who see a row, each entry cut down to it and to the columns that show something in it. */
export function whoSeesRow(entries: readonly WhoEntry[], rowId: string): WhoEntry[] {
  return entries.flatMap((entry) => {
    const shown = entry.cells.get(rowId);
    if (shown === undefined) return [];
    const columns = entry.columns.filter(({ id }) => shown.includes(id));
    return { ...entry, columns, ...rowsOf(new Map([[rowId, shown]])) };
  });
}

/** What is the same for everybody with the same decision. */
type Seen = Omit<WhoEntry, "userId" | "name" | "email" | "asset" | "sheetId" | "sheetName">;

function entryFor(
  person: Person,
  asset: RadiusAsset,
  index: RuleIndex,
  circumstances: Circumstances,
  known: Map<string, Seen | null>,
): WhoEntry[] {
  const decision = decideFor(index, person, asset, circumstances);
  const key = JSON.stringify(decision);
  let seen = known.get(key);
  if (seen === undefined) {
    seen = seenBy(decision, asset);
    known.set(key, seen);
  }
  if (seen === null) return [];
  const { userId, name, email } = person;
  return [
    { userId, name, email, asset: asset.asset, sheetId: asset.sheetId, sheetName: asset.name, ...seen },
  ];
}

function seenBy(decision: Decision, { sources }: RadiusAsset): Seen | null {
  const { sheet, used, assumedUsers } = sightOf(decision, sources);
  if (decision.effect === "deny" || sheet === null || sheet.rows.length === 0) return null;
  return {
    via: decision.via,
    rules: [...used],
    assumedUsers,
    columns: sheet.columns.map(({ id, title, masked }) => ({ id, title, isMasked: masked === true })),
    ...rowsOf(cellsOf(sheet)),
    actions: ACTIONS.filter((action) => decision.actions.includes(action)),
    expiresAt: decision.via === "delegated" ? decision.expiresAt : null,
  };
}

function rowsOf(cells: WhoEntry["cells"]): Pick<WhoEntry, "rows" | "rowIds" | "cells"> {
  return { rows: cells.size, rowIds: [...cells.keys()], cells };
}

/** Rows filled alike share one list, or half a million cells would be kept for each person. */
function cellsOf(sheet: VisibleSheet): WhoEntry["cells"] {
  const ids = sheet.columns.map(({ id }) => id as string);
  const lists = new Map<string, string[]>();
  const cells = new Map<string, readonly string[]>();
  for (const row of sheet.rows) {
    const filled = ids.filter((id) => row.cells[id] !== undefined);
    const key = filled.join();
    const list = lists.get(key) ?? filled;
    lists.set(key, list);
    cells.set(row.id, list);
  }
  return cells;
}
