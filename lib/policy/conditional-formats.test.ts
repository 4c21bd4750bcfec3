import { describe, expect, it } from "vitest";
import type { ColumnId, ConnectionId, RowId, RuleId, SheetId } from "./ids";
import { project } from "./project";
import type { SourceSheet } from "./sheet";
import type { AllowDecision, Grant } from "./types";

const [NAME, PAY] = ["11", "12"] as [ColumnId, ColumnId];
const OWN = ",,1";
const LAID = ",,1,,,,,,5";

/** The name turns red where the pay is high: its laid format speaks of another cell. */
const sheet: SourceSheet = {
  id: "1" as SheetId,
  name: "Pay",
  version: 1,
  fetchedAt: "2026-11-24T09:00:00Z",
  columns: [
    { id: NAME, index: 0, title: "Name", type: "TEXT_NUMBER" },
    { id: PAY, index: 1, title: "Pay", type: "TEXT_NUMBER" },
  ],
  rows: [
    {
      id: "21" as RowId,
      rowNumber: 1,
      parentId: null,
      cells: { [NAME]: { value: "Ann", format: OWN, laidFormat: LAID }, [PAY]: { value: 90_000 } },
    },
  ],
};
const onlyName: SourceSheet = {
  ...sheet,
  columns: sheet.columns.slice(0, 1),
  rows: sheet.rows.map((row) => ({ ...row, cells: { [NAME]: row.cells[NAME] ?? {} } })),
};

const own = { connectionId: null, assume: null, sheet, allColumnIds: null };
const group = { connectionId: "C-1" as ConnectionId, assume: "olga@acme.test" };
const other = { connectionId: "C-1" as ConnectionId, assume: "dana@acme.test" };
const grant = (over: Partial<Grant> = {}): Grant => ({
  rule: "R-1" as RuleId,
  columns: { mode: "all" },
  rows: null,
  ...group,
  actions: ["read"],
  endsAt: "2027-01-01T00:00:00Z",
  ...over,
});
const byOwn = (over: Partial<Extract<AllowDecision, { via: "own" }>> = {}): AllowDecision => ({
  effect: "allow",
  via: "own",
  minus: [],
  actions: ["read"],
  because: [],
  ...over,
});
const byRules = (
  grants: Grant[],
  over: Partial<Extract<AllowDecision, { via: "delegated" }>> = {},
): AllowDecision => ({
  effect: "allow",
  via: "delegated",
  grants,
  minus: [],
  actions: ["read"],
  because: [],
  expiresAt: "2027-01-01T00:00:00Z",
  ...over,
});
const payForbidden = [{ rule: "R-2" as RuleId, columns: { mode: "only" as const, ids: [PAY] }, rows: null }];
const nameOnly = { columns: { mode: "only" as const, ids: [NAME] }, rows: null };

function formatOf(decision: AllowDecision, sources: Parameters<typeof project>[1]): string | undefined {
  const projection = project(decision, sources);
  if (projection.kind !== "visible") throw new Error(`Nothing shows: ${projection.kind}`);
  expect(JSON.stringify(projection.sheet)).not.toContain("laidFormat");
  return projection.sheet.rows[0]?.cells[NAME]?.format;
}

describe("I11 I13 a conditional format, which may speak of any cell of its row", () => {
  const whole = { ...group, sheet, allColumnIds: null };
  const part = { ...group, sheet: onlyName, allColumnIds: null };

  it("shows to who sees the whole row", () => {
    expect(formatOf(byOwn(), [own])).toBe(LAID);
    expect(formatOf(byRules([grant()]), [whole])).toBe(LAID);
    expect(formatOf(byOwn({ within: { columns: { mode: "all" }, rows: null } }), [own])).toBe(LAID);
  });

  it.each<[string, AllowDecision, Parameters<typeof project>[1]]>([
    ["a forbid takes a column", byOwn({ minus: payForbidden }), [own]],
    ["a forbid takes a column of a permit for all", byRules([grant()], { minus: payForbidden }), [whole]],
    ["a link shows one column of one's own sheet", byOwn({ within: nameOnly }), [own]],
    [
      "a link shows one column, and only that was asked for",
      byRules([grant()], { within: nameOnly }),
      [part],
    ],
    ["a permit lists columns, and only those were asked for", byRules([grant(nameOnly)]), [part]],
    [
      "a column is masked",
      byRules([grant({ masks: [{ columnId: PAY, mask: { kind: "bucket", size: 10_000 } }] })]),
      [whole],
    ],
    [
      "the permit for all belongs to an answer that failed",
      byRules([grant(other), grant({ ...nameOnly, rule: "R-3" as RuleId })]),
      [part],
    ],
  ])("stays behind where %s", (_, decision, sources) => expect(formatOf(decision, sources)).toBe(OWN));
});
