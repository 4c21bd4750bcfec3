import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { ExplainAnswer as Answer, TraceNames, WhoAnswer } from "@/lib/access/schema";
import { DecisionView } from "./decision-view";
import { ExplainAnswer } from "./explain-answer";
import { missText } from "./reason-text";
import { considered, delegated, denied, record, rule } from "./record.test-helper";
import { WhoResult } from "./who-result";

const names: TraceNames = {
  addresses: { "olga@acme.test": "Olga Owner" },
  groups: {},
  places: {},
  connections: { "C-1": "Main" },
};
const timeZone = "UTC";

/** What is read, without what only styles it. */
const words = (html: string) =>
  html
    .replace(/<(svg|title)[\s\S]*?<\/\1>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/&#x27;/g, "'")
    .replace(/\s+/g, " ");

describe("the answer to a question", () => {
  const answer: Answer = {
    person: { userId: "1003", name: "Vik Viewer", email: "vik@acme.test" },
    sheet: { id: "5", name: "Payroll" },
    action: "read",
    at: "2026-12-24T18:00:00.000Z",
    record: record({ ...denied, remedy: [rule("R-9")] }, [
      considered("R-9", { outcome: "missed", because: "ended" }),
    ]),
    others: 1204,
    rules: { "R-9": { version: 3, sheetName: "Payroll", reason: "Review" } },
  };
  const html = renderToStaticMarkup(
    <ExplainAnswer answer={answer} names={names} isOtherTime timeZone={timeZone} />,
  );

  it("says no, what would have helped, why it did not, and how many rules are about other sheets", () => {
    const said = words(html);
    expect(said).toContain("No: no rule opens it to them.");
    expect(said).toContain(missText.ended);
    expect(said).toContain("version 1 then, 3 now");
    expect(said).toContain("1,204 more rules are about other sheets.");
    expect(said).toMatch(/24 Dec 2026.*as they stand now/);
  });

  it("leads to the rule, to a look as the person and to everybody who sees the sheet", () => {
    for (const href of ["/admin/rules/R-9", "/admin/view-as/1003/5", "/admin/who?by=sheet&amp;sheet=5"])
      expect(html).toContain(`href="${href}"`);
  });
});

describe("a kept decision", () => {
  it("says what went out, what was asked in Smartsheet and how long it took", () => {
    const told = {
      ...record(delegated, [considered("R-3")]),
      asked: { ...record(delegated).asked, viewedBy: "ada@acme.test" },
      projection: { columnIds: ["1", "2"], maskedIds: ["2"], rows: 2, totalRows: 6 },
      calls: [
        {
          lane: "own" as const,
          what: "sheet" as const,
          connectionId: null,
          assume: null,
          columns: null,
          outcome: "not_found",
          ms: 31,
        },
        {
          lane: "delegated" as const,
          what: "sheet" as const,
          connectionId: "C-1",
          assume: "olga@acme.test",
          columns: 2,
          outcome: "ok",
          ms: 1200,
        },
      ],
      tookMs: 1250,
    };
    const said = words(
      renderToStaticMarkup(<DecisionView record={told} names={names} rules={{}} timeZone={timeZone} />),
    );
    expect(said).toContain("2 columns, 1 of them masked; 2 rows of 6 open to them");
    expect(said).toContain("Olga Owner, through Main");
    expect(said).toContain("the sheet is gone or closed to them");
    expect(said).toContain("1,200 ms");
    expect(said).toContain("ada@acme.test, as this person");
    expect(said).toContain("kept for 90 days");
  });
});

describe("the matrix on the screen", () => {
  const column = (id: string, title: string, isSensitive = false) => ({ id, title, isSensitive });
  const answer: WhoAnswer = {
    about: { id: "5", name: "Payroll" },
    lines: [
      {
        person: { userId: "1003", name: "Vik Viewer", email: "vik@acme.test" },
        sheet: { id: "5", name: "Payroll" },
        via: "own",
        rules: ["R-8"],
        assumedUsers: [],
        columns: [
          { ...column("1", "Person"), isMasked: false },
          { ...column("2", "Salary", true), isMasked: true },
        ],
        closed: [column("3", "Note")],
        rows: 12,
        actions: ["read"],
        expiresAt: null,
      },
    ],
    columns: [column("1", "Person"), column("2", "Salary", true), column("3", "Note")],
    rows: [],
    skipped: ["Plan"],
    unreadable: [],
    at: "2026-11-24T09:00:00.000Z",
  };
  const html = renderToStaticMarkup(
    <WhoResult question={{ by: "sheet", sheet: "5" }} answer={answer} addresses={{}} timeZone={timeZone} />,
  );

  it("says each cell in words, not by colour or shape alone", () => {
    const row = words(html.slice(html.indexOf("<tbody>"), html.indexOf("</tbody>")));
    expect(row).toMatch(/Vik Viewer .*Own access.*R-8.*12 +Seen +Masked +Not seen +View as/);
    expect(words(html)).toContain("Sensitive: Salary");
  });

  it("names what was not looked at, and how far own access is known", () => {
    expect(words(html)).toContain("Not looked at, as there are too many at once: Plan");
    expect(words(html)).toContain("Own access counts as far as Sheetpass has seen it");
  });
});
