import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { indexRules } from "@/lib/policy/index-rules";
import { COST, permit, sheet, TASK } from "@/lib/policy/sample.test-helper";
import { whoCsv, writeCsv } from "./csv";
import { asset, facts, vik } from "./radius.test-helper";
import { readCsv } from "./read-csv";
import { whoSees } from "./who-sees";

describe("writing CSV", () => {
  it("quotes what needs it, and ends every line with CRLF", () => {
    expect(
      writeCsv([
        ["a", "b"],
        ["plain", 'say "x", y'],
        ["two\r\nlines", "three\nlines"],
      ]),
    ).toBe('a,b\r\nplain,"say ""x"", y"\r\n"two\r\nlines","three\nlines"\r\n');
    expect(writeCsv([["a;b", "c\td"]])).toBe('"a;b","c\td"\r\n');
  });

  it("writes numbers, truth values and nothing as they are", () => {
    expect(writeCsv([[-5, 0, 1.5, true, false, null, ""]])).toBe("-5,0,1.5,true,false,,\r\n");
  });

  it("starts with a byte order mark on request", () => {
    expect(writeCsv([["Ä"]], { bom: true })).toBe("\uFEFFÄ\r\n");
    expect(writeCsv([], { bom: true })).toBe("\uFEFF");
  });

  it.each([
    ["=1+1", "'=1+1\r\n"],
    ["+1", "'+1\r\n"],
    ["-1", "'-1\r\n"],
    ["@SUM(A1)", "'@SUM(A1)\r\n"],
    ["\t=1", '"\'\t=1"\r\n'],
    ["\r=1", '"\'\r=1"\r\n'],
    ["＝1", "'＝1\r\n"],
    ['=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"\r\n'],
    ["a=1", "a=1\r\n"],
  ])("T12 makes %j inert", (cell, wanted) => {
    expect(writeCsv([[cell]])).toBe(wanted);
  });

  it("is read back as it was, whatever stands in the cells", () => {
    const text = fc.string({ unit: fc.constantFrom("a", " ", '"', ",", ";", "\t", "\n", "\r", "=", "é") });
    const cell = text.filter((one) => !/^[=+\-@\t\r]/.test(one));
    const rows = fc.array(fc.tuple(fc.constant("x"), cell, cell), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(rows, (lines) => {
        const read = readCsv(writeCsv([["one", "two", "three"], ...lines]));
        expect(read.ok && read.value.rows.map(({ cells }) => cells)).toEqual(lines);
      }),
      { numRuns: 500 },
    );
  });
});

it("T12 writes the access matrix, one line for each person and sheet", () => {
  const risky = { ...vik, name: "=cmd" };
  const rule = permit("R-7", {
    columns: { mode: "only", ids: [TASK, COST] },
    masks: [{ columnId: COST, mask: { kind: "year" } }],
    actions: ["read", "export"],
  });
  const entries = whoSees([risky], asset(sheet()), indexRules([rule]), { facts });
  const read = readCsv(whoCsv(entries, { bom: true }));
  expect(read.ok && read.value.rows).toEqual([
    {
      line: 2,
      cells: [
        "'=cmd",
        vik.email,
        vik.userId,
        "Projects",
        "4583173393803140",
        "delegated",
        "olivia.owner@acme.com",
        "R-7",
        "Task; Cost",
        "Cost",
        "5",
        "read; export",
        "2026-12-31T23:59:59+01:00",
      ],
    },
  ]);
});
