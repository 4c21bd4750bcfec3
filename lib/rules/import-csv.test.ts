import { describe, expect, it } from "vitest";
import { writeCsv } from "./csv";
import { IMPORT_COLUMNS, parseImport } from "./import-csv";
import { MOST_IMPORT_RULES } from "./import-limits";

const ZONE = "Europe/Berlin";
const SHEET = "3288115553007714";
const HEADER = "effect,who,sheet id,as whom,columns,masks,starts,ends,reason,ticket,fresh seconds";
const permit = `permit,vik@acme.test,${SHEET},olga@acme.test,Person|Department,,,2026-12-31,Review,,`;
const parse = (...lines: string[]) => parseImport([HEADER, ...lines].join("\n"), ZONE);
const one = (line: string) => {
  const [first] = parse(line).lines;
  if (!first) throw new Error("No line was read.");
  return first;
};
const with_ = (column: (typeof IMPORT_COLUMNS)[number], text: string) => {
  const cells = permit.split(",");
  cells[IMPORT_COLUMNS.indexOf(column)] = text;
  return cells.join(",");
};
const problemsIn = (line: string) => one(line).problems.map(({ column }) => column);

describe("a file of rules", () => {
  it("is read a rule a line, days in the installation's zone", () => {
    expect(parse(permit).lines).toEqual([
      {
        line: 2,
        problems: [],
        rule: {
          effect: "permit",
          principal: { type: "user", email: "vik@acme.test" },
          resource: { type: "sheet", id: SHEET },
          delegation: { assume: "olga@acme.test" },
          actions: ["read"],
          columns: { mode: "only", titles: ["Person", "Department"] },
          rows: null,
          endsAt: "2026-12-31T23:00:00Z",
          reason: "Review",
        },
      },
    ]);
    expect(one(with_("starts", "2026-12-01")).rule?.startsAt).toBe("2026-11-30T23:00:00Z");
    expect(one(with_("fresh seconds", "60")).rule).toMatchObject({ freshSeconds: 60 });
    expect(one(with_("ends", "2026-12-31T12:00:00Z")).rule?.endsAt).toBe("2026-12-31T12:00:00Z");
  });

  it.each([
    ["a byte order mark and semicolons", `\uFEFF${HEADER}\r\n${permit}\r\n`.replaceAll(",", ";")],
    ["tabs", `${HEADER}\n${permit}`.replaceAll(",", "\t")],
    [
      "titles in capitals and wide gaps",
      `${HEADER.toUpperCase().replace("SHEET ID", " Sheet  ID ")}\n${permit}`,
    ],
    [
      "only the columns it needs",
      `effect,who,sheet id,columns,reason\nforbid,everyone,${SHEET},all,Under review`,
    ],
  ])("may come with %s", (_, csv) => {
    const { lines, problems } = parseImport(csv, ZONE);
    expect(problems).toEqual([]);
    expect(lines.map(({ rule, problems }) => [rule?.resource.id, problems])).toEqual([[SHEET, []]]);
  });

  it.each([
    ["everyone", { type: "everyone" }],
    ["@acme.test", { type: "domain", domain: "acme.test" }],
    ["'@acme.test", { type: "domain", domain: "acme.test" }],
    ["domain:ACME.test", { type: "domain", domain: "acme.test" }],
    ["group:2331373580117892", { type: "group", id: "2331373580117892" }],
    ["group:G-0a1b2c3d4e5f", { type: "localGroup", id: "G-0a1b2c3d4e5f" }],
    ["Vik@ACME.test", { type: "user", email: "vik@acme.test" }],
  ])("names whom by %s", (text, principal) => {
    expect(one(with_("who", text)).rule?.principal).toEqual(principal);
  });

  it("names places, masks and what a forbid is looked up by", () => {
    const masked = one(with_("masks", "Person=initials | Department=text:a=b|Pay=range:10000"));
    expect(masked.rule).toMatchObject({
      masks: [
        { title: "Person", mask: { kind: "initials" } },
        { title: "Department", mask: { kind: "constant", text: "a=b" } },
        { title: "Pay", mask: { kind: "bucket", size: 10_000 } },
      ],
    });
    expect(one("forbid,link:all,workspace:88,olga@acme.test,all but Agenda,,,,Board,,").rule).toMatchObject({
      principal: { type: "link", id: null },
      resource: { type: "workspace", id: "88" },
      lookup: { assume: "olga@acme.test" },
      columns: { mode: "except", titles: ["Agenda"] },
      endsAt: null,
    });
  });

  it.each([
    ["effect", "allow"],
    ["effect", ""],
    ["who", "vik"],
    ["who", "vik@acme.test, wanda@acme.test"],
    ["who", "*"],
    ["who", "group:sales"],
    ["who", "domain:"],
    ["sheet id", "Payroll"],
    ["sheet id", "3.28812E+15"],
    ["sheet id", "0123"],
    ["as whom", ""],
    ["as whom", "everyone"],
    ["columns", ""],
    ["columns", " | "],
    ["columns", "x".repeat(101)],
    ["masks", "Person"],
    ["masks", "Person=sha256"],
    ["masks", "Person=range:1"],
    ["starts", "1.12.2026"],
    ["ends", "2026-02-31"],
    ["ends", "2026-12-31T23:59:59"],
    ["ends", ""],
    ["reason", ""],
    ["reason", "r".repeat(501)],
    ["ticket", "t".repeat(201)],
    ["fresh seconds", "4"],
    ["fresh seconds", "3601"],
    ["fresh seconds", "5.5"],
    ["fresh seconds", "often"],
  ] as const)("says in the column %s what is wrong with “%s”", (column, text) => {
    const quoted = text.includes(",") ? `"${text}"` : text;
    const line = with_(column, "\u0001").replace("\u0001", quoted);
    expect(one(line).rule).toBeNull();
    expect(problemsIn(line)).toEqual([column]);
    expect(one(line).problems[0]?.message).toMatch(/^[A-Z“].*[.”]$/);
  });

  it("names everything wrong in a line, and reads the other lines", () => {
    const { lines } = parse("permit,vik,Payroll,,all,,,2026-12-31,Why,,", permit);
    expect(lines.map(({ line, rule }) => [line, rule === null])).toEqual([
      [2, true],
      [3, false],
    ]);
    expect(lines[0]?.problems.map(({ column }) => column)).toEqual(["sheet id", "who", "as whom"]);
  });

  it("refuses masks, freshness and somebody to read as in a forbid on one sheet", () => {
    expect(problemsIn(`forbid,everyone,${SHEET},olga@acme.test,all,Pay=year,,,Why,,5`).sort()).toEqual([
      "as whom",
      "fresh seconds",
      "masks",
    ]);
  });

  it("tells of a line that says the same as another, however it is written", () => {
    const { lines } = parse(permit, permit.replace("Person|Department", " Person | Department "));
    expect(lines.map(({ problems }) => problems.length)).toEqual([0, 1]);
    expect(lines[1]?.problems[0]?.message).toMatch(/same as line 2/);
  });

  it.each([
    ["a column is missing", "who,sheet id,columns,reason\nx,1,all,y", /called effect/],
    ["a column is unknown", `${HEADER},secret\n${permit},1`, /“secret” is no column/],
    ["there is no rule", HEADER, /no rules below/],
    ["there is nothing", "", /empty/],
    ["a row is too short", `${HEADER}\npermit,vik@acme.test`, /2 cells where the header has 11/],
    ["a title stands twice", `${HEADER},who\n${permit},x`, /stands twice/],
    ["a quotation mark stays open", `${HEADER}\n"permit`, /never closed/],
    [
      "it holds too many",
      [HEADER, ...Array.from({ length: MOST_IMPORT_RULES + 1 }, () => permit)].join("\n"),
      /at most/,
    ],
  ])("reads nothing when %s", (_, csv, why) => {
    const { lines, problems } = parseImport(csv, ZONE);
    expect(lines).toEqual([]);
    expect(problems.map(({ message }) => message).join(" ")).toMatch(why);
  });

  it("takes hostile text for text: it runs nowhere and reaches no other cell", () => {
    const reason = '=HYPERLINK("http://evil.test","<img src=x onerror=alert(1)>")\'; DROP TABLE rules; --';
    const cells = permit.split(",");
    cells[IMPORT_COLUMNS.indexOf("reason")] = reason;
    const csv = writeCsv([HEADER.split(","), cells]);
    const [line] = parseImport(csv, ZONE).lines;
    expect(line?.rule?.reason).toBe(reason);
    expect(Object.keys(line?.rule ?? {})).not.toContain("__proto__");
    expect(problemsIn(with_("reason", "a\u0000b"))).toEqual(["reason"]);
    expect(problemsIn(with_("columns", "__proto__|constructor"))).toEqual([]);
    expect(parse("__proto__,__proto__,__proto__,,__proto__,,,,x,,").lines[0]?.rule).toBeNull();
  });

  it("keeps its own template readable", () => {
    expect(HEADER.split(",")).toEqual([...IMPORT_COLUMNS]);
  });
});
