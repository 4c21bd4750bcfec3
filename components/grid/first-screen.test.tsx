import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { column, row } from "./sample";
import { SheetGrid } from "./sheet-grid";

const columns = [
  column(1, "TEXT_NUMBER", { primary: true }),
  column(2, "TEXT_NUMBER"),
  column(3, "DATE"),
  column(4, "CONTACT_LIST"),
  column(5, "PICKLIST", { options: ["Low", "High"] }),
];
const rows = Array.from({ length: 40 }, (_, at) =>
  row(at + 1, null, {
    "1": { value: `Name ${at + 1}`, displayValue: `Name ${at + 1}` },
    "2": { value: at, displayValue: `€ ${at}` },
    "3": { value: "2026-11-03" },
    "4": { value: "olga@acme.test", displayValue: "Olga Owner" },
    "5": { value: "High", displayValue: "High" },
  }),
);
const html = renderToStaticMarkup(
  <SheetGrid
    columns={columns}
    rows={rows}
    totalRowCount={20_000}
    isLoadingMore
    label="Flights"
    locale="en-GB"
  />,
);

describe("the first answer", () => {
  it("holds the rows that fit a screen, inside the grid", () => {
    expect(html).toMatch(/^<div[^>]*>.*role="grid"/);
    for (const place of [1, 2, 20]) expect(html).toContain(`Name ${place}<`);
    expect(html).toContain('aria-rowcount="20001"');
  });

  it("has one element for a cell of text, and few for any other", () => {
    const cells = html.split(/(?=<div id="[^"]*-1-\d")/).slice(1);
    const of = (id: number) => cells.find((cell) => new RegExp(`^<div id="[^"]*-1-${id}"`).test(cell)) ?? "";
    const elements = (cell: string) => cell.slice(0, cell.indexOf("</div>")).match(/<[a-z]/g)?.length ?? 0;
    expect([2, 3].map((id) => elements(of(id)))).toEqual([1, 1]);
    expect([1, 5].map((id) => elements(of(id)))).toEqual([2, 2]);
    expect(elements(of(4))).toBe(3);
  });
});
