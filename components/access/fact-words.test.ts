import { describe, expect, it } from "vitest";
import type { DecisionRecord } from "@/lib/decisions/record";
import type { FolderId, WorkspaceId } from "@/lib/policy/ids";
import { factsOf } from "./fact-words";
import { denied, record } from "./record.test-helper";

const names = {
  groups: { "71": "Sales", "G-1": "Works council" },
  places: { "workspace:9": "Finance" },
  timeZone: "Europe/Berlin",
};
const told = (over: Partial<DecisionRecord["facts"]>, isSupposed = false) => {
  const base = record(denied);
  const facts = factsOf({ facts: { ...base.facts, ...over } }, names, isSupposed);
  return Object.fromEntries(facts.map(({ label, text, isWarning }) => [label, { text, isWarning }]));
};

describe("what was known, in words", () => {
  it("names groups and places where their names are known", () => {
    const facts = told({
      groups: ["71", "72"],
      localGroups: ["G-1"],
      within: [
        { type: "workspace", id: "9" as WorkspaceId },
        { type: "folder", id: "8" as FolderId },
      ],
    });
    expect(facts["Groups in Smartsheet"]?.text).toBe("Sales, 72");
    expect(facts["Groups kept here"]?.text).toBe("Works council");
    expect(facts["The sheet lies in"]?.text).toBe("workspace Finance, folder 8");
  });

  it("tells not known from none", () => {
    expect(told({ groups: [] })["Groups in Smartsheet"]).toEqual({ text: "none", isWarning: undefined });
    const unknown = told({ groups: null, within: null, clock: null });
    for (const label of ["Groups in Smartsheet", "The sheet lies in", "Time"])
      expect(unknown[label]).toMatchObject({ isWarning: true, text: expect.stringContaining("not known") });
  });

  it("gives the time with its weekday in the zone that counts", () => {
    expect(told({}).Time?.text).toMatch(/^Tue,? 24 Nov 2026,? (at )?10:00/);
  });

  it("tells supposed own access from what was found", () => {
    expect(told({ own: "yes" }, true)["Their own account"]?.text).toBe("opens this sheet, as you supposed");
    expect(told({ own: "not_asked" })["Their own account"]?.text).toBe("was not used");
  });

  it("points at what was stopped", () => {
    const facts = told({ delegationPaused: true, isEnabled: false });
    expect(facts["Delegated reading"]).toEqual({ text: "all paused", isWarning: true });
    expect(facts["Signing in"]?.isWarning).toBe(true);
  });
});
