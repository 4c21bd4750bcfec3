import type { ColumnId, RowId, SheetId } from "./ids";

export type ColumnType =
  | "TEXT_NUMBER"
  | "DATE"
  | "DATETIME"
  | "ABSTRACT_DATETIME"
  | "CHECKBOX"
  | "PICKLIST"
  | "MULTI_PICKLIST"
  | "CONTACT_LIST"
  | "MULTI_CONTACT_LIST"
  | "DURATION"
  | "PREDECESSOR";

export interface Contact {
  email?: string;
  name?: string;
}

/** The typed form of a cell, in our words. Types we do not know are dropped by the adapter, as Smartsheet asks. */
export type ObjectValue =
  | { type: "CONTACT"; email?: string; name?: string }
  | { type: "MULTI_CONTACT"; values: Contact[] }
  | { type: "MULTI_PICKLIST"; values: string[] }
  | { type: "DATE" | "DATETIME" | "ABSTRACT_DATETIME"; value: string }
  | { type: "DURATION"; text: string }
  | { type: "PREDECESSOR_LIST"; text: string };

/** A cell as the adapter read it. Fields not listed here (formulas, cell links, writers…) never get this far (I12). */
export interface SourceCell {
  value?: string | number | boolean;
  displayValue?: string;
  objectValue?: ObjectValue;
  /** Smartsheet's format descriptor, up to 17 comma-separated positions: the cell's own. */
  format?: string;
  /**
   * The same with what the sheet's conditional formatting lays over it. It may speak of any cell of its row, so it
   * shows only to who sees the whole row.
   */
  laidFormat?: string;
  /** `http:`, `https:` or `mailto:` only; anything else was dropped by the adapter. */
  link?: string;
}

export interface SourceColumn {
  id: ColumnId;
  /** Place in the sheet, from 0. */
  index: number;
  title: string;
  type: ColumnType;
  primary?: boolean;
  /** Pixels. */
  width?: number;
  options?: string[];
  symbol?: string;
  format?: string;
  systemColumnType?: string;
}

export interface SourceRow {
  id: RowId;
  /** From 1, as Smartsheet numbers them. */
  rowNumber: number;
  parentId: RowId | null;
  /** By column id. A blank cell's key is absent. Always made with a null prototype or plain digits as keys. */
  cells: Readonly<Record<string, SourceCell>>;
}

/**
 * A sheet as fetched: raw, whole for the columns asked for, validated. Only the copy store and `project` may hold one.
 * `fetchedAt` is ISO 8601 UTC. Source: Smartsheet API, "Get Sheet".
 */
export interface SourceSheet {
  id: SheetId;
  name: string;
  version: number;
  fetchedAt: string;
  modifiedAt?: string;
  columns: SourceColumn[];
  /** In sheet order: a parent stands before its children. */
  rows: SourceRow[];
}

declare const visible: unique symbol;

/** May be the very cell of a cached copy: never to be written to. */
export type VisibleCell = Readonly<Omit<SourceCell, "laidFormat">>;

export interface VisibleColumn {
  id: ColumnId;
  /** Place among the visible columns, from 0. */
  index: number;
  title: string;
  type: ColumnType;
  primary?: boolean;
  width?: number;
  options?: string[];
  symbol?: string;
  format?: string;
  /** Some of its cells, or all, show a mask instead of their values. Where all do, `type` is TEXT_NUMBER. */
  masked?: true;
}

export interface VisibleRow {
  id: RowId;
  /** Place among the visible rows where rows are restricted, else Smartsheet's own number. From 1. */
  rowNumber: number;
  /** Nearest visible ancestor. */
  parentId: RowId | null;
  cells: Readonly<Record<string, VisibleCell>>;
}

/** What one person may see of one sheet. Only `project` makes one; loaders, components and exports accept nothing else. */
export interface VisibleSheet {
  readonly [visible]: true;
  id: SheetId;
  name: string;
  version: number;
  /** ISO 8601 UTC; of several answers the oldest. */
  fetchedAt: string;
  modifiedAt?: string;
  columns: VisibleColumn[];
  rows: VisibleRow[];
}
