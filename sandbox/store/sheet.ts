import { formatAutoNumber } from "../render/auto-number";
import { descriptor } from "../scenarios/format";
import { expandRows } from "../scenarios/generators";
import type { CellSeed, ColumnSeed, FormatSeed, RowSeed, SheetSeed } from "../scenarios/types";
import { type Ids, parseId, rowId } from "./ids";
import type {
  Attachment,
  AutomationRule,
  Cell,
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
  contact(email: string): Contact;
  /** The id of an asset by its key, known before the asset is made. */
  assetId(kind: "sheet" | "report" | "sight", key: string): Id;
  /** Ids in another sheet, for a cell that links there. */
  place(sheet: string, row: number, column: string): { sheetId: Id; rowId: Id; columnId: Id } | undefined;
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
  /** Former states of cells, oldest first, by `historyKey`. */
  readonly history = new Map<string, HistoryEntry[]>();
  /** Settings the API reads and writes but the sandbox does nothing with. */
  settings: { projectSettings?: Record<string, unknown>; userSettings?: Record<string, unknown> } = {};
  #rows: Row[] | null = null;
  #rowsById: Map<Id, Row> | null = null;
  #added = 0;

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
  }

  get rows(): Row[] {
    this.#rows ??= this.#build();
    return this.#rows;
  }

  set rows(rows: Row[]) {
    this.#rows = rows;
    this.#rowsById = null;
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

  /** Every change a reader could notice raises the version. */
  touch(now: number): void {
    this.version += 1;
    this.modifiedAt = now;
  }

  /** The id the row with this 1-based number of the scenario has, without building the rows. */
  seedRowId(rowNumber: number): Id {
    return rowId(this.id, this.world.ids.for(`rows/${this.key}`), rowNumber - 1);
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
    while (this.columns.some((other) => other.id === column.id)) column.id = this.nextId("column");
    this.columns.splice(index, 0, column);
    return column;
  }

  #column(seed: ColumnSeed): Column {
    const { format, ...rest } = seed;
    return { ...rest, id: this.columnId(seed.title), ...(format ? { format: descriptor(format) } : {}) };
  }

  /** Of a long sheet id, odd ids only: those are the ones a plain `JSON.parse` changes. */
  columnId(title: string): Id {
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
    if (cell) row.cells.set(column.id, cell);
    else row.cells.delete(column.id);
  }

  /** All states of a cell, oldest first; the last is the present one. */
  cellHistory(row: Row, column: Column): HistoryEntry[] {
    return this.history.get(historyKey(row.id, column.id)) ?? [this.#firstEntry(row, column)];
  }

  #firstEntry(row: Row, column: Column): HistoryEntry {
    return { cell: row.cells.get(column.id) ?? {}, at: row.createdAt, by: row.createdBy };
  }

  #build(): Row[] {
    const base = this.world.ids.for(`rows/${this.key}`);
    const open: { depth: number; id: Id }[] = [];
    return expandRows(this.seed).map((seed, index) => {
      const id = rowId(this.id, base, index);
      const depth = seed.depth ?? 0;
      while (open.length > 0 && (open.at(-1)?.depth ?? 0) >= depth) open.pop();
      const parentId = open.at(-1)?.id;
      open.push({ depth, id });
      return this.#row(seed, id, parentId, index);
    });
  }

  #row(seed: RowSeed, id: Id, parentId: Id | undefined, index: number): Row {
    const createdAt = Math.min(this.createdAt + index * 3_600_000, Date.parse(this.seed.modifiedAt));
    const row: Row = {
      id,
      ...(parentId === undefined ? {} : { parentId }),
      ...(seed.format ? { format: descriptor(seed.format) } : {}),
      ...(seed.locked ? { locked: true } : {}),
      ...(seed.expanded === false ? { expanded: false } : {}),
      cells: new Map(),
      createdAt,
      modifiedAt: Math.min(createdAt + ((index * 7919) % 96) * 3_600_000, Date.parse(this.seed.modifiedAt)),
      createdBy: this.owner,
      modifiedBy: this.owner,
    };
    this.columns.forEach((column, place) => {
      const cell = column.systemColumnType
        ? this.systemCell(column, row, index)
        : this.makeCell(seed.cells[place] ?? null, column);
      if (cell) row.cells.set(column.id, cell);
    });
    return row;
  }

  systemCell(column: Column, row: Row, index: number): Cell | null {
    const by = (person: Person): Cell => ({
      value: person.email,
      contacts: [this.world.contact(person.email)],
    });
    switch (column.systemColumnType) {
      case "AUTO_NUMBER":
        return { value: formatAutoNumber(column.autoNumberFormat ?? {}, index) };
      case "CREATED_DATE":
        return { value: stamp(row.createdAt) };
      case "MODIFIED_DATE":
        return { value: stamp(row.modifiedAt) };
      case "CREATED_BY":
        return by(row.createdBy);
      case "MODIFIED_BY":
        return by(row.modifiedBy);
      default:
        return null;
    }
  }

  /** A cell as kept, from a cell as written in a scenario or by a caller. Null for an untouched one. */
  makeCell(seed: CellSeed, column: Pick<Column, "type">): Cell | null {
    if (seed === null) return null;
    // The plain case first: a sheet of half a million cells is mostly these.
    if (typeof seed !== "object" && seed !== "" && column.type !== "CONTACT_LIST") return { value: seed };
    const detail = typeof seed === "object" && !Array.isArray(seed) ? seed : { value: seed };
    const cell: Cell = {};
    if (detail.format) cell.format = descriptor(detail.format as FormatSeed);
    if (detail.formula) cell.formula = detail.formula;
    if (detail.link) cell.link = this.#link(detail.link);
    if (detail.image)
      cell.image = { id: this.world.ids.text(`image/${this.key}/${detail.image.name}`), ...detail.image };
    const source =
      detail.linkIn && this.world.place(detail.linkIn.sheet, detail.linkIn.row, detail.linkIn.column);
    if (source) cell.linkIn = source;
    const { value } = detail;
    if (Array.isArray(value)) {
      if (column.type === "MULTI_PICKLIST") cell.picks = value;
      else cell.contacts = value.map((email) => this.world.contact(email));
      cell.value = cell.picks
        ? value.join(", ")
        : (cell.contacts ?? []).map((c) => c.name ?? c.email).join(", ");
    } else if (value !== undefined && value !== "") {
      cell.value = value;
      if (column.type === "CONTACT_LIST" && typeof value === "string" && value.includes("@"))
        cell.contacts = [this.world.contact(value)];
    }
    return cell;
  }

  /** Links of a scenario name keys; those of a caller, ids. */
  #link(link: {
    url?: string;
    sheetId?: string;
    reportId?: string;
    sightId?: string;
  }): NonNullable<Cell["link"]> {
    const target = (kind: "sheet" | "report" | "sight", text: string | undefined) =>
      text === undefined ? {} : { [`${kind}Id`]: parseId(text) ?? this.world.assetId(kind, text) };
    return {
      ...(link.url === undefined ? {} : { url: link.url }),
      ...target("sheet", link.sheetId),
      ...target("report", link.reportId),
      ...target("sight", link.sightId),
    };
  }
}

export function historyKey(row: Id, column: Id): string {
  return `${row}/${column}`;
}

export function stamp(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}
