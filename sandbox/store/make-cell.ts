import { descriptor } from "../scenarios/format";
import { expandRows } from "../scenarios/generators";
import type { CellDetail, CellSeed, SheetSeed } from "../scenarios/types";
import { following } from "./following";
import { parseId } from "./ids";
import type { Sheet } from "./sheet";
import type { Cell, Column } from "./types";

/** A cell as kept, from a cell as written in a scenario. Null for an untouched one. */
export function makeCell(sheet: Sheet, seed: CellSeed, column: Pick<Column, "type">): Cell | null {
  if (seed === null) return null;
  // The plain case first: a sheet of half a million cells is mostly these.
  if (typeof seed !== "object" && seed !== "" && column.type !== "CONTACT_LIST") return { value: seed };
  const detail = typeof seed === "object" && !Array.isArray(seed) ? seed : { value: seed };
  const cell: Cell = {};
  if (detail.format) cell.format = descriptor(detail.format);
  if (detail.formula) cell.formula = detail.formula;
  if (detail.link) cell.link = liveLink(sheet, detail.link);
  if (detail.image) {
    cell.image = { id: sheet.world.ids.text(`image/${sheet.key}/${detail.image.name}`), ...detail.image };
    cell.value = detail.image.name;
  }
  const { linkIn } = detail;
  const source = linkIn && sheet.world.place(linkIn.sheet, linkIn.row, linkIn.column);
  if (source) cell.linkIn = source;
  return fillValue(sheet, cell, detail.value, column);
}

type SeedLink = NonNullable<CellDetail["linkIn"]>;

/**
 * A cell as written in a scenario, with the value its source has there if it is linked: the source may have changed or
 * gone before anybody looked at this sheet. `seen` ends a ring of links.
 */
export function bornCell(
  sheet: Sheet,
  seed: CellSeed,
  column: Pick<Column, "type">,
  seen: readonly SeedLink[] = [],
): Cell | null {
  const cell = makeCell(sheet, seed, column);
  const link = linkOf(seed);
  if (!cell || !link || seen.some((other) => isSame(other, link))) return cell;
  const source = sheet.world.seed(link.sheet);
  const place = source?.columns.findIndex(({ title }) => title === link.column) ?? -1;
  const sourceColumn = source?.columns[place];
  if (!source || !sourceColumn) return cell;
  const sourceCell = bornCell(sheet, seedRows(source)[link.row - 1]?.cells[place] ?? null, sourceColumn, [
    ...seen,
    link,
  ]);
  return following(cell, sourceCell ?? undefined, column);
}

export function linkOf(seed: CellSeed): SeedLink | undefined {
  return typeof seed === "object" && seed !== null && !Array.isArray(seed) ? seed.linkIn : undefined;
}

function seedRows(seed: SheetSeed) {
  return Array.isArray(seed.rows) ? seed.rows : expandRows(seed);
}

function isSame(one: SeedLink, other: SeedLink): boolean {
  return one.sheet === other.sheet && one.row === other.row && one.column === other.column;
}

/** Puts a value into a cell: of lists the options or contacts, of an address the contact's name. */
export function fillValue(
  sheet: Sheet,
  cell: Cell,
  value: CellDetail["value"],
  column: Pick<Column, "type">,
): Cell {
  if (Array.isArray(value)) {
    if (column.type === "MULTI_PICKLIST") cell.picks = value;
    else cell.contacts = value.map((email) => sheet.world.contact(email));
    const texts = cell.picks ?? cell.contacts?.map((contact) => contact.name ?? contact.email) ?? [];
    cell.value = texts.join(", ");
  } else if (value !== undefined && value !== "") {
    cell.value = value;
    if (column.type === "CONTACT_LIST" && typeof value === "string" && value.includes("@"))
      cell.contacts = [sheet.world.contact(value)];
  }
  return cell;
}

/** Links of a scenario name keys; an id is taken as well. */
function liveLink(sheet: Sheet, link: NonNullable<CellDetail["link"]>): NonNullable<Cell["link"]> {
  const target = (kind: "sheet" | "report" | "sight", text: string | undefined) =>
    text === undefined ? {} : { [`${kind}Id`]: parseId(text) ?? sheet.world.assetId(kind, text) };
  return {
    ...(link.url === undefined ? {} : { url: link.url }),
    ...target("sheet", link.sheetId),
    ...target("report", link.reportId),
    ...target("sight", link.sightId),
  };
}
