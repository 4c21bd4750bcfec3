import { describe, expect, it } from "vitest";
import type { AuditEvent } from "@/lib/audit/event";
import { type AuditDecision, describeEvent, servedText, sheetJoint } from "./describe-event";
import { actionOptions } from "./event-filters";

const blank: AuditEvent = {
  seq: 1,
  at: "2026-11-24T08:00:00.000Z",
  requestId: "r",
  actor: "vik@acme.test",
  actorKind: "user",
  actorId: "7",
  action: "sheet:read",
  sheetId: "5",
  via: "delegated",
  assumedUser: "olga@acme.test",
  rules: ["R-1"],
  decision: "served",
  reason: null,
  columns: 6,
  columnIds: ["1"],
  rows: 41,
  target: null,
  network: "127.0.0.1",
};

const names: Record<string, string> = { "7": "Vik Viewer" };
const say = (changes: Partial<AuditEvent>) => describeEvent({ ...blank, ...changes }, (id) => names[id]);

describe("describeEvent", () => {
  it.each<[Partial<AuditEvent>, string]>([
    [{ decision: "served" }, "read"],
    [{ decision: "allowed" }, "was let in to read"],
    [{ decision: "denied" }, "tried to read"],
    [{ decision: "failed", action: "sheet:export" }, "tried to export"],
    [{ action: "rule:create", decision: "done", target: "R-3" }, "created rule R-3"],
    [{ action: "rule:end", decision: "done", target: "R-3" }, "ended rule R-3"],
    [{ action: "link:create", decision: "done", target: "L-2" }, "made link L-2"],
    [{ action: "link:view", decision: "served", actorKind: "link" }, "opened it"],
    [{ action: "link:view", decision: "denied", actorKind: "anonymous" }, "tried to open a link"],
    [{ action: "link:unlock", decision: "denied", actorKind: "link" }, "tried to unlock it"],
    [{ action: "connection:check", decision: "allowed", target: "C-1" }, "checked connection C-1"],
    [{ action: "connection:replace", decision: "done", target: "C-1" }, "replaced the token of C-1"],
    [{ action: "connection:settings", decision: "done", target: "C-1" }, "changed the limits of C-1"],
    [{ action: "picker:people", decision: "allowed", target: "C-1" }, "looked up people for a rule"],
    [{ action: "session:sign_in", decision: "denied" }, "tried to sign in"],
    [{ action: "session:end", decision: "done", rows: 3 }, "ended 3 sign-ins of theirs"],
    [{ action: "session:end", decision: "done", rows: null }, "ended a sign-in of theirs"],
    [
      { action: "account:tokens_lost", decision: "done", target: "7" },
      "ended the Smartsheet connection of Vik Viewer",
    ],
    [
      { action: "account:tokens_lost", decision: "done", target: "8" },
      "ended the Smartsheet connection of person 8",
    ],
    [{ action: "admin:refused", decision: "denied" }, "tried to use an administrator's page"],
    [{ action: "picker:places", decision: "allowed", target: "C-1" }, "looked up places for a rule"],
    [{ action: "rule:health", decision: "done", target: "R-3" }, "checked rule R-3"],
    [
      { action: "tree:read", decision: "allowed", sheetId: null },
      "looked up what lies in a folder or workspace",
    ],
    [{ action: "group:save", decision: "done", target: "G-0a" }, "saved group G-0a"],
    [{ action: "attributes:save", decision: "done", target: "12 values" }, "replaced the table of people"],
    [{ action: "pause:set", decision: "done", sheetId: null, target: "person 7" }, "paused Vik Viewer"],
    [{ action: "pause:set", decision: "done", sheetId: null, target: "person 8" }, "paused person 8"],
    [
      { action: "pause:set", decision: "done", sheetId: null, target: "assumed olga@acme.test" },
      "paused reading as olga@acme.test",
    ],
    [{ action: "pause:set", decision: "done", sheetId: null, target: "rule R-3" }, "paused rule R-3"],
    [{ action: "pause:set", decision: "done", sheetId: null, target: "all" }, "paused all delegated reading"],
    [
      { action: "pause:lift", decision: "done", sheetId: null, target: "link L-2" },
      "lifted the pause of link L-2",
    ],
    [
      { action: "access:who", decision: "done", sheetId: null, target: "7" },
      "asked what Vik Viewer can read",
    ],
    [{ action: "access:view_as", decision: "served", target: "7" }, "looked at what Vik Viewer sees"],
  ])("%j is said as %j", (changes, words) => {
    expect(say(changes)).toBe(words);
  });

  it("has words for every action under every decision, and never a code", () => {
    const decisions: AuditDecision[] = ["allowed", "served", "denied", "done", "failed"];
    const said = actionOptions.flatMap(({ value }) =>
      decisions.map((decision) => say({ action: value, decision, target: null, rows: null })),
    );
    expect(said).toHaveLength(actionOptions.length * 5);
    for (const words of said) expect(words).toMatch(/^[a-z][a-zA-Z' -]{3,}$/);
  });

  it("shows an action of a later version as it is, rather than nothing", () => {
    expect(say({ action: "sheet:teleport" })).toBe("sheet:teleport");
  });
});

describe("sheetJoint", () => {
  it.each([
    ["sheet:read", "read Payroll"],
    ["sheet:comments", "read the comments of Payroll"],
    ["rule:create", "created rule R-3 for Payroll"],
    ["link:create", "made link R-3 to Payroll"],
    ["tree:read", "looked up the place of Payroll"],
    ["column:mark", "marked a column of Payroll"],
    ["access:explain", "asked what decides for person R-3 on Payroll"],
    ["access:view_as", "looked at what person R-3 sees: Payroll"],
  ])("%s makes a sentence", (action, words) => {
    expect(`${say({ action, target: "R-3" })}${sheetJoint(action)}Payroll`).toBe(words);
  });

  it.each([
    ["pause:set", "sheet 5", "paused Payroll"],
    ["pause:lift", "sheet 5", "lifted the pause of Payroll"],
    ["access:who", null, "asked who can read Payroll"],
  ])("%s about a sheet makes a sentence", (action, target, words) => {
    expect(`${say({ action, target, decision: "done" })}${sheetJoint(action)}Payroll`).toBe(words);
  });
});

describe("servedText", () => {
  const served = (changes: Partial<AuditEvent>) => servedText({ ...blank, ...changes });

  it("counts what left the server", () => {
    expect(served({})).toBe("6 columns, 41 rows");
    expect(served({ columns: 1, rows: 1 })).toBe("1 column, 1 row");
    expect(served({ columns: 3, rows: 20_000 })).toBe("3 columns, 20,000 rows");
    expect(served({ columns: 3, rows: 0 })).toBe("3 columns, 0 rows");
    expect(served({ action: "sheets:list", columns: null, rows: 12 })).toBe("12 sheets");
  });

  it("does not say that an allowed read served anything", () => {
    expect(served({ decision: "allowed", rows: null })).toBe("asks for 6 columns");
    expect(served({ decision: "allowed", rows: null, columns: null })).toBeNull();
  });

  it("is silent where nothing was served", () => {
    expect(served({ decision: "denied", columns: null, rows: null })).toBeNull();
    expect(served({ action: "session:end", columns: null, rows: 4 })).toBeNull();
  });
});
