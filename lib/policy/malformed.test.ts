import { describe, expect, it } from "vitest";
import { decide } from "./decide";
import { explain } from "./explain";
import { decideWith, indexRules } from "./index-rules";
import { BUDGET, facts, forbid, PROJECTS, permit, request, unreadable, vera } from "./sample.test-helper";
import type { AccessRequest, AnyRule, Person } from "./types";

/** What storage may hold and no type allows. */
const broken = (rule: AnyRule, over: object) => ({ ...rule, ...over }) as AnyRule;
const nameless = { ...vera, email: undefined } as unknown as Person;
const other = { type: "sheet", id: BUDGET } as const;

interface Malformed {
  about: string;
  /** Made malformed by these. */
  over: object;
  request?: Partial<AccessRequest>;
  because: string;
}

const cases: Malformed[] = [
  { about: "no principal", over: { principal: null }, because: "invalid_principal" },
  { about: "a principal of no kind", over: { principal: {} }, because: "invalid_principal" },
  {
    about: "a user who is neither bound nor unbound",
    over: { principal: { type: "user", email: vera.email } },
    because: "invalid_principal",
  },
  { about: "a domain without one", over: { principal: { type: "domain" } }, because: "invalid_principal" },
  {
    about: "a domain without one, for somebody of an odd address",
    over: { principal: { type: "domain" } },
    request: { person: nameless },
    because: "invalid_principal",
  },
  {
    about: "a group without an id",
    over: { principal: { type: "group", id: 7 } },
    because: "invalid_principal",
  },
  { about: "no resource", over: { resource: null }, because: "stored_rule" },
  { about: "a resource without an id", over: { resource: { type: "sheet" } }, because: "stored_rule" },
  {
    about: "a resource of no kind",
    over: { resource: { type: "dashboard", id: PROJECTS } },
    because: "stored_rule",
  },
];

describe("rules that can't be read", () => {
  for (const { about, over, request: asked = {}, because } of cases) {
    it(`I01 ${about}: a forbid denies, a permit gives nothing and hinders no other`, () => {
      const wrong = { forbid: broken(forbid("z"), over), permit: broken(permit("b"), over) };
      const ask = (rules: AnyRule[]) => decide(request(asked), rules, facts);
      const denied = { effect: "deny", reason: "unreadable_forbid", because: ["z"] };
      expect(ask([permit("a"), wrong.forbid])).toEqual(denied);
      expect(decideWith(indexRules([permit("a"), wrong.forbid]), request(asked), facts)).toEqual(denied);
      expect(ask([wrong.permit])).toMatchObject({ effect: "deny", reason: "no_permit", remedy: [] });
      expect(ask([permit("a"), wrong.permit])).toMatchObject({ effect: "allow", because: ["a"] });
      for (const rule of [wrong.forbid, wrong.permit])
        expect(explain(request(asked), [rule], facts)[0]).toMatchObject({ outcome: "unreadable", because });
    });
  }

  it("I02 explain says of a rule that can't be read what is known of it", () => {
    const line = (rule: AnyRule) => {
      const [found] = explain(request(), [rule], facts);
      return [found?.effect, found?.outcome, found?.because];
    };
    const about = (resource: object) => unreadable("z", { sheetId: null, about: resource as never });
    expect(line(broken(permit("a"), { effect: "maybe" }))).toEqual(["unknown", "unreadable", "stored_rule"]);
    expect(line(unreadable("z"))).toEqual(["forbid", "unreadable", "stored_rule"]);
    expect(line(unreadable("z", { sheetId: null }))).toEqual(["forbid", "unreadable", "stored_rule"]);
    expect(line(about({ type: "folder" }))).toEqual(["forbid", "unreadable", "stored_rule"]);
    expect(line(about(other))).toEqual(["forbid", "missed", "other_sheet"]);
    const both = [permit("a"), unreadable("a", { effect: "permit" })];
    expect(explain(request(), both, facts).map(({ because }) => because)).toEqual([null, "stored_rule"]);
    const unbound = permit("a", { principal: { type: "user", email: vera.email, userId: null } });
    expect(line(unbound)).toEqual(["permit", "missed", "other_person"]);
  });

  it("T09 somebody without an address is meant by everyone, and by no permit for a domain", () => {
    const acme = { type: "domain", domain: "acme.com" } as const;
    const ask = (...rules: AnyRule[]) => decide(request({ person: nameless }), rules, facts);
    expect(ask(permit("a"))).toMatchObject({ effect: "allow" });
    expect(ask(permit("a", { principal: acme }))).toMatchObject({ reason: "no_permit" });
    expect(ask(permit("a"), forbid("z", { principal: acme }))).toMatchObject({ reason: "forbidden" });
  });
});
