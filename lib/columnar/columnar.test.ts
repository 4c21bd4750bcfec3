import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ColumnId, RowId, SheetId } from "@/lib/policy/ids";
import type { SourceCell, SourceSheet } from "@/lib/policy/sheet";
import { sheetTable } from "@/lib/smartsheet/testing/sheet-table";
import { readTable } from "./read-table";
import { redated, type SheetMeta, sheetOf, tableOf } from "./source-sheet";
import { tableRows } from "./table-rows";

const text = fc.oneof(
  fc.string({ unit: "binary", minLength: 1 }),
  fc.constantFrom("é", "\u2028", "\ud800", '"', "\\", "0", "true", "null", "[1]", "__proto__"),
);
const value = fc.oneof(
  text,
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
  fc.boolean(),
);
const cell: fc.Arbitrary<SourceCell> = fc.oneof(
  text.map((words) => ({ value: words, displayValue: words })),
  fc.record(
    {
      value,
      displayValue: text,
      objectValue: fc.oneof(
        fc.record({ type: fc.constant("CONTACT" as const), email: text, name: text }),
        fc.record({ type: fc.constant("MULTI_PICKLIST" as const), values: fc.array(text) }),
        fc.record({ type: fc.constant("DURATION" as const), text }),
      ),
      format: fc.constantFrom(",,1", ",,,,,,3"),
      laidFormat: fc.constantFrom(",,1,1", ",,,,,,2"),
      link: fc.constant("https://acme.test/"),
    },
    { requiredKeys: ["value"] },
  ),
);
const columns = ["9007199254740995", "12", "7960873114331012"].map((id, index) => ({
  id: id as ColumnId,
  index,
  title: `Column ${index}`,
  type: "TEXT_NUMBER" as const,
}));
const sheets = fc
  .array(
    fc.record({ cells: fc.array(fc.option(cell, { nil: undefined }), { maxLength: 3 }), parent: fc.nat(9) }),
    {
      maxLength: 12,
    },
  )
  .map((rows): SourceSheet => {
    const idOf = (at: number) => String(9_999_999_999_999_999_000n + BigInt(at)).slice(0, 19) as RowId;
    return {
      ...{ id: "1" as SheetId, name: "Any", version: 3, fetchedAt: "2026-11-24T09:00:00Z", columns },
      rows: rows.map(({ cells, parent }, at) => ({
        id: idOf(at),
        rowNumber: at + 1,
        parentId: at > parent ? idOf(parent) : null,
        cells: Object.fromEntries(
          columns.flatMap(({ id }, place) => (cells[place] ? [[id, cells[place]]] : [])),
        ),
      })),
    };
  });

/** -0 is 0 once it has been JSON, as it is in what Smartsheet sends. */
const plain = (sheet: SourceSheet) => JSON.parse(JSON.stringify(sheet)) as SourceSheet;

describe("a table of cells", () => {
  it("I14 gives back what was written, whatever it is", () => {
    fc.assert(
      fc.property(sheets, (sheet) => {
        expect(plain(sheetOf(sheetTable(sheet)))).toEqual(plain(sheet));
      }),
      { numRuns: 300 },
    );
  });

  it("shows the same cells one by one as all at once", () => {
    fc.assert(
      fc.property(sheets, (sheet) => {
        const table = sheetTable(sheet);
        const rows = tableRows(
          table,
          columns.map(({ id }) => id),
        );
        for (const [at, row] of rows.entries()) {
          const wanted = sheet.rows[at];
          expect([row.id, row.rowNumber, row.parentId]).toEqual([
            ...[wanted?.id, wanted?.rowNumber, wanted?.parentId],
          ]);
          for (const { id } of columns) {
            expect(JSON.stringify(row.cells[id])).toEqual(JSON.stringify(sheetOf(table).rows[at]?.cells[id]));
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it("holds each content of a column once", () => {
    const rows = Array.from({ length: 500 }, (_, at) => ({
      id: String(at + 1) as RowId,
      rowNumber: at + 1,
      parentId: null,
      cells: { 12: { value: at % 2 ? "Open" : "Closed", displayValue: at % 2 ? "Open" : "Closed" } },
    }));
    const table = sheetTable({
      ...{ id: "1" as SheetId, name: "Two", version: 1, fetchedAt: "2026-11-24T09:00:00Z", columns, rows },
    });
    expect(table.column(1).contentCount).toBe(2);
    expect(table.cell(0, 1)).toBe(table.cell(2, 1));
  });

  it("opens from the middle of a larger buffer", () => {
    const { bytes } = sheetTable({
      ...{ id: "1" as SheetId, name: "Ä", version: 1, fetchedAt: "2026-11-24T09:00:00Z", columns },
      rows: [],
    });
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    expect(readTable<SheetMeta>(shifted.subarray(3)).meta.name).toBe("Ä");
    expect(() => readTable(shifted)).toThrow(RangeError);
  });

  it("tells another time of the same rows", () => {
    const sheet = sheetOf(
      sheetTable({
        ...{
          id: "1" as SheetId,
          name: "A",
          version: 1,
          fetchedAt: "2026-11-24T09:00:00Z",
          columns,
          rows: [],
        },
      }),
    );
    const later = redated(sheet, "2026-11-24T10:00:00Z");
    expect(later.rows).toBe(sheet.rows);
    expect(tableOf(later)).toBe(tableOf(sheet));
    expect([sheet.fetchedAt, later.fetchedAt]).toEqual(["2026-11-24T09:00:00Z", "2026-11-24T10:00:00Z"]);
  });
});
