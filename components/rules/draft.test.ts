import { describe, expect, it } from "vitest";
import { ruleInput } from "@/lib/rules/schema";
import { type Draft, draftOf, emptyDraft, isSameDraft, startOf } from "./draft";
import { withAction, withEffect } from "./draft-edits";
import { foreseenOf, inputOf, previewOf } from "./draft-input";
import { problemsOf } from "./draft-problems";
import { drawn, ids, overMany } from "./logic.test-helper";

const zone = "Europe/Berlin";
const today = "2026-11-24";
const draft = draftOf(drawn, zone);

describe("a draft", () => {
  it("keeps a moment inside a day until another day is picked", () => {
    const odd = draftOf({ ...drawn, endsAt: "2026-12-31T12:34:56Z" }, zone);
    expect(inputOf(odd, zone, today)?.endsAt).toBe("2026-12-31T12:34:56Z");
    expect(odd.ends?.day).toBe("2026-12-31");
    expect(inputOf({ ...odd, ends: { day: "2026-12-31" } }, zone, today)?.endsAt).toBe(
      "2026-12-31T23:00:00Z",
    );
  });

  it("names every slot that is still empty, and sends nothing", () => {
    expect(Object.keys(problemsOf(emptyDraft, today)).sort()).toEqual(
      ["assume", "columns", "ends", "reason", "resource", "who"].sort(),
    );
    expect(inputOf(emptyDraft, zone, today)).toBeNull();
    expect(previewOf(emptyDraft, zone, today)).toBeNull();
  });

  it("refuses an end before today or before the start", () => {
    expect(problemsOf({ ...draft, ends: { day: "2026-11-23" } }, today).ends).toMatch(/past/);
    expect(problemsOf({ ...draft, starts: { day: "2027-02-01" } }, today).ends).toMatch(/before the start/);
  });

  it("copies everything of a rule but its dates", () => {
    const whole = {
      ...drawn,
      ...{ masks: [{ columnId: ids.person, mask: { kind: "initials" as const } }], parents: true },
      ...{ hours: { days: [1 as const], from: "09:00", to: "17:00" }, ticket: "HR-4", freshSeconds: 5 },
      ...{ actions: ["read" as const, "export" as const], startsAt: "2026-12-01T00:00:00Z" },
    };
    const copy = startOf(null, whole, zone);
    expect(problemsOf(copy, today)).toEqual({ ends: "Choose the last day." });
    const ends = { day: "2026-12-31", at: drawn.endsAt ?? undefined };
    const { startsAt: _start, ...same } = inputOf(startOf(whole, null, zone), zone, today) ?? {};
    expect(inputOf({ ...copy, ends }, zone, today)).toEqual(same);
    expect(same).toMatchObject({
      parents: true,
      ticket: "HR-4",
      freshSeconds: 5,
      hours: { from: "09:00" },
      masks: [{}],
    });
  });

  it("foresees before the reason is there, and the same whatever it says, but not without an end", () => {
    const early = foreseenOf({ ...draft, reason: "", ticket: "" }, zone, today);
    expect(early).toMatchObject({ endsAt: drawn.endsAt, principal: drawn.principal });
    expect(foreseenOf({ ...draft, ticket: "HR-4", freshSeconds: 5 }, zone, today)).toEqual(early);
    expect(foreseenOf({ ...draft, ends: null }, zone, today)).toBeNull();
  });

  it("previews before the reason and the end are there, and the same with them", () => {
    const early = previewOf({ ...draft, reason: "", ends: null }, zone, today);
    expect(early).not.toBeNull();
    expect(early).toEqual(previewOf({ ...draft, freshSeconds: 5 }, zone, today));
    expect(ruleInput.safeParse(early).success).toBe(true);
  });

  it("makes a forbid without anybody to read as, open-ended if wished", () => {
    const never: Draft = { ...withEffect(draft, "forbid"), ends: null };
    const input = inputOf(never, zone, today);
    expect(input).toMatchObject({ effect: "forbid", endsAt: null });
    expect(input).not.toHaveProperty("delegation");
    expect(ruleInput.safeParse(input).success).toBe(true);
  });

  it("never gives export along when a permit becomes a forbid", () => {
    expect(withEffect(withAction(draft, "export", true), "forbid").actions).toEqual(["read"]);
  });

  it("is the same as another that says the same", () => {
    expect(isSameDraft(draft, draftOf(drawn, zone))).toBe(true);
    expect(isSameDraft(draft, { ...draft, reason: "else" })).toBe(false);
  });

  it("asks whose view tells what lies below a folder, for a forbid as for a permit", () => {
    const over: Draft = { ...draft, resource: { type: "folder", id: "5", name: "Ops" }, assume: null };
    const all: Draft = { ...over, columns: { mode: "all", by: "title", names: [] }, rows: null };
    expect(problemsOf({ ...all, effect: "forbid" }, today).assume).toMatch(/whose view/);
    expect(problemsOf(all, today).assume).toMatch(/whose access/);
    expect(inputOf({ ...all, effect: "forbid", assume: "olga@acme.test" }, zone, today)).toMatchObject({
      lookup: { assume: "olga@acme.test", connectionId: "C-1" },
    });
  });

  it("refuses what only a forbid may say, and says why", () => {
    const link: Draft = { ...draft, who: { type: "link", id: null } };
    expect(problemsOf(link, today).who).toMatch(/only be forbidden/);
    expect(problemsOf({ ...link, effect: "forbid" }, today).who).toBeUndefined();
    const but = { mode: "except" as const, by: "title" as const, names: ["Salary"] };
    expect(problemsOf({ ...draft, columns: but }, today).columns).toMatch(/columns added later/);
    expect(problemsOf({ ...draft, effect: "forbid", columns: but }, today).columns).toBeUndefined();
  });

  it("refuses hours that end before they begin, a day of no week and a mask without its range", () => {
    const hours = (change: object) =>
      problemsOf({ ...draft, hours: { days: [1], from: "09:00", to: "17:00", ...change } }, today).hours;
    expect(hours({})).toBeUndefined();
    expect(hours({ to: "24:00" })).toBeUndefined();
    expect(hours({ to: "08:00" })).toMatch(/two rules/);
    expect(hours({ days: [] })).toMatch(/one day/);
    expect(hours({ from: "" })).toMatch(/when/);
    const masks: Draft["masks"] = [{ columnId: ids.person, mask: { kind: "bucket", size: 0 } }];
    expect(problemsOf({ ...draft, masks }, today).columns).toMatch(/range/);
    // A forbid shows nothing, so there is nothing to mask and nothing to keep it from being saved.
    expect(problemsOf({ ...draft, effect: "forbid", masks }, today).columns).toBeUndefined();
  });

  it("previews a forbid as a permit: no masks, and a link's cells as everyone's", () => {
    const masked = draftOf({ ...drawn, masks: [{ columnId: ids.person, mask: { kind: "initials" } }] }, zone);
    expect(previewOf(masked, zone, today)).toHaveProperty("masks");
    const never = { ...withEffect(masked, "forbid"), who: { type: "link" as const, id: null } };
    const asked = previewOf(never, zone, today);
    expect(asked).not.toHaveProperty("masks");
    expect(asked?.principal).toEqual({ type: "everyone" });
    expect(ruleInput.safeParse(asked).success).toBe(true);
  });

  it("asks no preview of what cannot be counted: many sheets, and all but some titles", () => {
    const asked = (change: Partial<Draft>) => previewOf({ ...draft, rows: null, ...change }, zone, today);
    const titled = (mode: "only" | "except") => ({ mode, by: "title" as const, names: ["A"] });
    expect(asked({ columns: titled("only") })).not.toBeNull();
    expect(asked({ effect: "forbid", columns: titled("except") })).toBeNull();
    const { resource } = draftOf({ ...drawn, ...overMany }, zone);
    expect(asked({ resource, columns: titled("only") })).toBeNull();
  });

  it("keeps how fresh a permit is while one tries what a forbid would say, and sends it of none", () => {
    const fresh = { ...draft, freshSeconds: 60 };
    const never = withEffect(fresh, "forbid");
    expect(inputOf(never, zone, today)).not.toHaveProperty("freshSeconds");
    expect(inputOf(withEffect(never, "permit"), zone, today)).toHaveProperty("freshSeconds", 60);
    expect(inputOf(draft, zone, today)).not.toHaveProperty("freshSeconds");
  });

  it("sends no empty ticket, and not the spaces around one", () => {
    expect(inputOf({ ...draft, ticket: "  " }, zone, today)).not.toHaveProperty("ticket");
    expect(inputOf({ ...draft, ticket: " HR-1 " }, zone, today)).toMatchObject({ ticket: "HR-1" });
  });
});
