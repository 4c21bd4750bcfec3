import type { ColumnId, ConnectionId } from "./ids";
import type { NamedColumn } from "./scopes";
import type { ColumnType, SourceColumn, SourceSheet } from "./sheet";
import { foldTitle } from "./titles";

/** One answer of Smartsheet: read with the person's own token (both nulls), or for one (connection, assumed user). */
export interface Source {
  connectionId: ConnectionId | null;
  assume: string | null;
  sheet: SourceSheet;
  /** Every column the sheet has, where only some were asked for; null where `sheet.columns` is all of them. */
  allColumnIds: ColumnId[] | null;
  /** The same with titles: needed where a rule names columns by title and not all were asked for. */
  allColumns?: readonly NamedColumn[] | null;
}

/** A sheet's columns as one answer knows them: those it read, and what it knows of the others. */
export interface KnownColumns {
  /** The types of the columns that were read. */
  types: ReadonlyMap<string, ColumnType>;
  /** Whether the sheet has this column, read or not. */
  has(id: ColumnId): boolean;
  /** Every column of the sheet that bears this folded title, read or not; null where not all titles are known. */
  titled(folded: string): readonly ColumnId[] | null;
}

export function knownColumns(source: Source): KnownColumns {
  const { columns } = source.sheet;
  const own = new Set<ColumnId>(columns.map(({ id }) => id));
  const others = source.allColumns?.filter(({ id }) => !own.has(id)) ?? [];
  const ids = new Set([...own, ...(source.allColumnIds ?? []), ...others.map(({ id }) => id)]);
  const named = [...columns, ...others];
  return {
    types: new Map(columns.map(({ id, type }) => [id, type])),
    has: (id) => ids.has(id),
    titled: named.length === ids.size ? byTitle(named) : () => null,
  };
}

/** All columns of a sheet, for whoever has them at hand. */
export function wholeColumns(columns: readonly SourceColumn[]): KnownColumns {
  const types = new Map<string, ColumnType>(columns.map(({ id, type }) => [id, type]));
  return { types, has: (id) => types.has(id), titled: byTitle(columns) };
}

/** Columns by folded title. Titles are folded when first asked for: most rules name ids. */
export function byTitle(columns: readonly NamedColumn[]): (folded: string) => readonly ColumnId[] {
  let index: Map<string, ColumnId[]> | null = null;
  return (folded) => {
    index ??= indexTitles(columns);
    return index.get(folded) ?? [];
  };
}

function indexTitles(columns: readonly NamedColumn[]): Map<string, ColumnId[]> {
  const index = new Map<string, ColumnId[]>();
  for (const { id, title } of columns) {
    const folded = foldTitle(title);
    const ids = index.get(folded);
    if (ids === undefined) index.set(folded, [id]);
    else ids.push(id);
  }
  return index;
}
