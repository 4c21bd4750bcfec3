import { describe, expect, it } from "vitest";
import { attributeTable } from "@/lib/groups/csv";
import { peopleCsv } from "./people-csv";

const rows = [
  { email: "olga@acme.test", name: "region", value: "North; West" },
  { email: "vik@acme.test", name: "cost centre", value: "-12" },
  { email: "vik@acme.test", name: "region", value: "East" },
  { email: "vik@acme.test", name: "region", value: 'The "South"' },
];
const inOrder = (list: readonly object[]) => list.map((row) => JSON.stringify(row)).sort();

describe("the table of people as a file", () => {
  it("can be read in again as it is, several values of one name included", () => {
    const read = attributeTable(peopleCsv(rows));
    expect(read.problems).toEqual([]);
    expect(inOrder(read.rows)).toEqual(inOrder(rows));
  });

  it("T12 holds nothing a spreadsheet would run", () => {
    const csv = peopleCsv([{ email: "vik@acme.test", name: "region", value: '=HYPERLINK("x")' }]);
    expect(csv).toContain("'=HYPERLINK");
    expect(attributeTable(csv).rows).toEqual([
      { email: "vik@acme.test", name: "region", value: '=HYPERLINK("x")' },
    ]);
  });

  it("has a line for each further value and leaves the rest of it blank", () => {
    expect(peopleCsv(rows).trim().split("\r\n").slice(2)).toEqual([
      "vik@acme.test,'-12,East",
      'vik@acme.test,,"The ""South"""',
    ]);
  });
});
