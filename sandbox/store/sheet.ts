import { descriptor } from "../scenarios/format";
import type { CellSeed, ColumnSeed, SheetSeed } from "../scenarios/types";
import { buildRows } from "./build-rows";
import type { CellLinks } from "./cell-links";
import { type Ids, rowId, seedId } from "./ids";
import { makeCell } from "./make-cell";
import type {
  Attachment,
  AutomationRule,
  Cell,
  CellLink,
  Column,
  ConditionalFormat,
  Contact,
  Container,
  CrossSheetReference,
  Discussion,
  Filter,
  HistoryEntry,
  Id,
  Person,
  Publish,
  Row,
  Share,
  SummaryField,
} from "./types";

/** What a sheet asks of the store around it. */
export interface SheetWorld {
  ids: Ids;
  links: CellLinks;
  contact(email: string): Contact;
  /** The id of an asset by its key, known before the asset is made. */
  assetId(kind: "sheet" | "report" | "sight", key: string): Id;
  /** Ids in another sheet, for a cell that links there. */
  place(sheet: string, row: number, column: string): CellLink | undefined;
  /** The seed of a sheet of the scenario, whatever became of the sheet. */
  seed(key: string): SheetSeed | undefined;
}

/** One live sheet. Its rows are built when first asked for. */
export class Sheet {
  readonly kind = "sheet";
  readonly id: Id;
  readonly key: string;
  name: string;
  owner: Person;
  shares: Share[];
  container: Container | null;
  version: number;
  createdAt: number;
  modifiedAt: number;
  dependencies: boolean;
  columns: Column[];
  /** The columns of the scenario, whatever became of them since: the rows of the scenario follow their order. */
  readonly bornColumns: readonly Column[];
  attachments: Attachment[] = [];
  discussions: Discussion[] = [];
  summary: SummaryField[] = [];
  filters: Filter[] = [];
  conditionalFormats: ConditionalFormat[] = [];
  crossSheetReferences: CrossSheetReference[] = [];
  automationRules: AutomationRule[] = [];
  publish: Publish = {
    readOnlyLite: false,
    readOnlyFull: false,
    readWrite: false,
    ical: false,
    accessibleBy: "ALL",
  };
  /** The sheet this one was copied from. */
  sourceId?: Id;
  /** Kept for whoever reads them; the sandbox computes no schedule. As on the wire. */
  projectSettings: Record<string, unknown> | null = null;
  /** As on the wire; each person has their own. */
  readonly userSettings = new Map<Person, Record<string, unknown>>();
  /** Former states of cells, oldest first, by `historyKey`. */
  readonly history = new Map<string, HistoryEntry[]>();
  #rows: Row[] | null = null;
  #rowsById: Map<Id, Row> | null = null;
  #added = 0;
  /** How many rows each auto-number column has counted: a number is never given twice, whatever is deleted. */
  #counted = new Map<Id, number>();

  constructor(
    readonly seed: SheetSeed,
    owner: Person,
    shares: Share[],
    container: Container | null,
    readonly world: SheetWorld,
  ) {
    this.id = world.assetId("sheet", seed.key);
    this.key = seed.key;
    this.name = seed.name;
    this.owner = owner;
    this.shares = shares;
    this.container = container;
    this.version = seed.version;
    this.createdAt = Date.parse(seed.createdAt);
    this.modifiedAt = Date.parse(seed.modifiedAt);
    this.dependencies = seed.dependencies ?? false;
    this.columns = seed.columns.map((column) => this.#column(column));
    this.bornColumns = [...this.columns];
  }

  get rows(): Row[] {
    this.#rows ??= buildRows(this);
    return this.#rows;
  }

  set rows(rows: Row[]) {
    this.#rows = rows;
    this.#rowsById = null;
  }

  /** Without building rows that nobody has looked at. */
  get rowCount(): number {
    const { rows } = this.seed;
    return this.#rows?.length ?? (Array.isArray(rows) ? rows.length : rows.count);
  }

  row(id: Id): Row | undefined {
    this.#rowsById ??= new Map(this.rows.map((row) => [row.id, row]));
    return this.#rowsById.get(id);
  }

  column(id: Id): Column | undefined {
    return this.columns.find((column) => column.id === id);
  }

  columnTitled(title: string): Column | undefined {
    return this.columns.find((column) => column.title === title);
  }

  /** The one marked as such, or else the first. */
  get primary(): Column | undefined {
    return this.columns.find((column) => column.primary) ?? this.columns[0];
  }

  /** Every change a reader could notice raises the version. */
  touch(now: number): void {
    this.version += 1;
    this.modifiedAt = now;
  }

  /** The id the row with this 1-based number of the scenario has, without building the rows. */
  seedRowId(rowNumber: number): Id {
    const { rows } = this.seed;
    const given = Array.isArray(rows) ? rows[rowNumber - 1] : undefined;
    const derived = () => rowId(this.id, this.world.ids.for(`rows/${this.key}`), rowNumber - 1);
    return (given && seedId(given)) ?? derived();
  }

  nextRowId(): Id {
    this.#added += 1;
    const base = this.world.ids.for(`added/${this.key}`);
    return rowId(
      this.id,
      base,
      this.#added + (typeof base === "number" && typeof this.id === "bigint" ? 500_000 : 0),
    );
  }

  /** An id nothing in this sheet has had before: for comments, attachments, references made by calls. */
  nextId(kind: string): Id {
    this.#added += 1;
    return this.world.ids.for(`${kind}/${this.key}/made/${this.#added}`);
  }

  addColumn(seed: ColumnSeed, index = this.columns.length): Column {
    const column = this.#column(seed);
    // A title may come back after its column went: the id must not.
    while ([...this.columns, ...this.bornColumns].some((other) => other.id === column.id))
      column.id = this.nextId("column");
    this.columns.splice(index, 0, column);
    return column;
  }

  #column(seed: ColumnSeed): Column {
    const { format, ...rest } = seed;
    return { ...rest, id: this.columnId(seed.title), ...(format ? { format: descriptor(format) } : {}) };
  }

  /** Of a long sheet id, odd ids only: those are the ones a plain `JSON.parse` changes. */
  columnId(title: string): Id {
    const seed = this.seed.columns.find((column) => column.title === title);
    const given = seed && seedId(seed);
    if (given) return given;
    const plain = this.world.ids.for(`column/${this.key}/${title}`);
    if (typeof plain === "bigint") return plain;
    return typeof this.id === "bigint" ? this.id + 2n + 2n * (BigInt(plain) % 400n) : plain;
  }

  /** The one place that changes a cell of a built row: the former state enters the cell's history. */
  setCell(row: Row, column: Column, cell: Cell | null, by: Person, at: number): void {
    const key = historyKey(row.id, column.id);
    const entries = this.history.get(key) ?? [this.#firstEntry(row, column)];
    entries.push({ cell: cell ?? {}, at, by });
    this.history.set(key, entries);
    this.putCell(row, column, cell);
  }

  /** The same for a cell whose life begins here: it has no former state. */
  putCell(row: Row, column: Column, cell: Cell | null): void {
    if (!cell) row.cells.delete(column.id);
    else row.cells.set(column.id, cell);
    if (cell?.linkIn) this.world.links.add(cell.linkIn, this.#place(row, column));
  }

  /** All states of a cell, oldest first; the last is the present one. */
  cellHistory(row: Row, column: Column): HistoryEntry[] {
    return this.history.get(historyKey(row.id, column.id)) ?? [this.#firstEntry(row, column)];
  }

  forgetCell(rowId: Id, columnId: Id): void {
    this.history.delete(historyKey(rowId, columnId));
  }

  #firstEntry(row: Row, column: Column): HistoryEntry {
    return { cell: row.cells.get(column.id) ?? {}, at: row.createdAt, by: row.createdBy };
  }

  #place(row: Row, column: Column): CellLink {
    return { sheetId: this.id, rowId: row.id, columnId: column.id };
  }

  /** The next number of an auto-number column, from 0. */
  countUp(column: Column): number {
    const number = this.#counted.get(column.id) ?? 0;
    this.#counted.set(column.id, number + 1);
    return number;
  }

  /** A cell as kept, from a cell as written in a scenario. Null for an untouched one. */
  makeCell(seed: CellSeed, column: Pick<Column, "type">): Cell | null {
    return makeCell(this, seed, column);
  }
}

export function historyKey(row: Id, column: Id): string {
  return `${row}/${column}`;
}
