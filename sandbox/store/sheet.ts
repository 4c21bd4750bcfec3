import { formatAutoNumber } from "../render/auto-number";
import type { CellSeed, ColumnSeed, RowSeed, SheetSeed } from "../scenarios/types";
import { idFor, parseId, rowId } from "./ids";
import type { Cell, Column, Contact, Id, Person, Row, Share } from "./types";

type FindContact = (email: string) => Contact;

/** One live sheet. Its rows are built when first asked for. */
export class Sheet {
  readonly id: Id;
  readonly key: string;
  name: string;
  owner: Person;
  shares: Share[];
  version: number;
  readonly createdAt: number;
  modifiedAt: number;
  readonly dependencies: boolean;
  columns: Column[];
  #rows: Row[] | null = null;
  #added = 0;

  constructor(
    readonly seed: SheetSeed,
    owner: Person,
    shares: Share[],
    readonly findContact: FindContact,
  ) {
    this.id = (seed.id ? parseId(seed.id) : null) ?? idFor(`sheet/${seed.key}`);
    this.key = seed.key;
    this.name = seed.name;
    this.owner = owner;
    this.shares = shares;
    this.version = seed.version;
    this.createdAt = Date.parse(seed.createdAt);
    this.modifiedAt = Date.parse(seed.modifiedAt);
    this.dependencies = seed.dependencies ?? false;
    this.columns = seed.columns.map((column) => ({ ...column, id: this.#columnId(column.title) }));
  }

  get rows(): Row[] {
    this.#rows ??= this.#build();
    return this.#rows;
  }

  set rows(rows: Row[]) {
    this.#rows = rows;
  }

  column(id: Id): Column | undefined {
    return this.columns.find((column) => column.id === id);
  }

  /** Every change a reader could notice raises the version. */
  touch(now: number): void {
    this.version += 1;
    this.modifiedAt = now;
  }

  nextRowId(): Id {
    this.#added += 1;
    return rowId(
      this.id,
      idFor(`added/${this.key}`),
      this.#added + (typeof this.id === "bigint" ? 500_000 : 0),
    );
  }

  addColumn(column: ColumnSeed): Column {
    const made = { ...column, id: this.#columnId(column.title) };
    this.columns.push(made);
    return made;
  }

  /** Of a long sheet id, odd ids only: those are the ones a plain `JSON.parse` changes. */
  #columnId(title: string): Id {
    const plain = idFor(`column/${this.key}/${title}`);
    return typeof this.id === "bigint" ? this.id + 2n + 2n * (BigInt(plain) % 400n) : plain;
  }

  #build(): Row[] {
    const base = idFor(`rows/${this.key}`);
    const open: { depth: number; id: Id }[] = [];
    return this.seed.rows().map((seed, index) => {
      const id = rowId(this.id, base, index);
      const depth = seed.depth ?? 0;
      while (open.length > 0 && (open.at(-1)?.depth ?? 0) >= depth) open.pop();
      const parentId = open.at(-1)?.id;
      open.push({ depth, id });
      return this.#row(seed, id, parentId, index);
    });
  }

  #row(seed: RowSeed, id: Id, parentId: Id | undefined, index: number): Row {
    const createdAt = Math.min(this.createdAt + index * 3_600_000, this.modifiedAt);
    const row: Row = {
      id,
      ...(parentId === undefined ? {} : { parentId }),
      ...(seed.format ? { format: seed.format } : {}),
      ...(seed.locked ? { locked: true } : {}),
      cells: new Map(),
      createdAt,
      modifiedAt: Math.min(createdAt + ((index * 7919) % 96) * 3_600_000, this.modifiedAt),
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
      contacts: [this.findContact(person.email)],
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
  makeCell(seed: CellSeed, column: Column): Cell | null {
    if (seed === null) return null;
    // The plain case first: a sheet of half a million cells is mostly these.
    if (typeof seed !== "object" && seed !== "" && column.type !== "CONTACT_LIST") return { value: seed };
    const detail = typeof seed === "object" && !Array.isArray(seed) ? seed : { value: seed };
    const cell: Cell = {};
    if (detail.format) cell.format = detail.format;
    if (detail.formula) cell.formula = detail.formula;
    const target = detail.link?.sheetId ? (parseId(detail.link.sheetId) ?? undefined) : undefined;
    if (detail.link)
      cell.link = {
        ...(detail.link.url ? { url: detail.link.url } : {}),
        ...(target ? { sheetId: target } : {}),
      };
    const { value } = detail;
    if (Array.isArray(value)) {
      if (column.type === "MULTI_PICKLIST") cell.picks = value;
      else cell.contacts = value.map(this.findContact);
      cell.value = cell.picks
        ? value.join(", ")
        : (cell.contacts ?? []).map((c) => c.name ?? c.email).join(", ");
    } else if (value !== undefined && value !== "") {
      cell.value = value;
      if (column.type === "CONTACT_LIST" && typeof value === "string" && value.includes("@"))
        cell.contacts = [this.findContact(value)];
    }
    return cell;
  }
}

export function stamp(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}
