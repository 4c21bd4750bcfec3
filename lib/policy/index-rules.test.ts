import { describe, expect, it } from "vitest";
import { decide } from "./decide";
import { candidates, decideWith, indexRules } from "./index-rules";
import {
  BUDGET,
  facts,
  folderId,
  forbid,
  groupId,
  linkId,
  localGroupId,
  permit,
  reportId,
  request,
  SALES,
  unreadable,
  userId,
  vera,
  workspaceId,
} from "./sample.test-helper";
import type { AccessRequest, AnyRule, Container, RulePrincipal } from "./types";

const FOLDER: Container = { type: "folder", id: folderId("7") };
const SPACE: Container = { type: "workspace", id: workspaceId("8") };
const user = { type: "user", email: "x@acme.com" } as const;
const LOCAL = localGroupId("g");
const asked = { within: [], person: { ...vera, localGroups: [LOCAL] } };

/** The ids of the rules that are looked at, doubles included. */
function lookedAt(rules: AnyRule[], over: Partial<AccessRequest> = {}): string[] {
  return candidates(indexRules(rules), request({ ...asked, ...over }))
    .map(({ id }) => id as string)
    .sort();
}

/** A permit and a forbid for each. */
const bothFor = (principals: Record<string, RulePrincipal>) =>
  Object.entries(principals).flatMap(([id, principal]) => [
    permit(`+${id}`, { principal }),
    forbid(`-${id}`, { principal }),
  ]);

const people = bothFor({
  everyone: { type: "everyone" },
  vera: { ...user, userId: vera.userId },
  other: { ...user, userId: userId("1") },
  unbound: { ...user, userId: null },
  acme: { type: "domain", domain: "ACME.com" },
  elsewhere: { type: "domain", domain: "elsewhere.org" },
  sales: { type: "group", id: SALES },
  stranger: { type: "group", id: groupId("1") },
  local: { type: "localGroup", id: LOCAL },
  foreign: { type: "localGroup", id: localGroupId("h") },
});
const links = [
  forbid("any", { principal: { type: "link", id: null } }),
  forbid("one", { principal: { type: "link", id: linkId("l1") } }),
];

describe("the index looks at", () => {
  it("rules for the person, each once, and at nobody else's", () => {
    const mine = [
      "+acme",
      "+everyone",
      "+local",
      "+sales",
      "+vera",
      "-acme",
      "-everyone",
      "-local",
      "-sales",
    ];
    expect(lookedAt(people)).toEqual([...mine, "-vera"]);
  });

  it("every forbid for a group or a domain where the person's are not known, and at no permit", () => {
    const person = { ...vera, email: "odd", groups: null, localGroups: null };
    expect(lookedAt(people, { person })).toEqual([
      "+everyone",
      "+vera",
      ...["-acme", "-elsewhere", "-everyone", "-foreign", "-local", "-sales", "-stranger", "-vera"],
    ]);
    expect(lookedAt(people, { person: { ...asked.person, groups: null } })).not.toContain("-foreign");
  });

  it("rules about links where the request came by one, and about that one", () => {
    expect(lookedAt(links)).toEqual([]);
    expect(lookedAt(links, { link: null })).toEqual([]);
    expect(lookedAt(links, { link: linkId("l1") })).toEqual(["any", "one"]);
    expect(lookedAt(links, { link: linkId("l2") })).toEqual(["any"]);
  });

  const things = [
    permit("sheet"),
    permit("other sheet", { resource: { type: "sheet", id: BUDGET } }),
    permit("report", { resource: { type: "report", id: reportId("9") } }),
    permit("folder permit", { resource: FOLDER }),
    forbid("folder", { resource: FOLDER }),
    forbid("space", { resource: SPACE }),
    forbid("somebody's folder", { resource: FOLDER, principal: { ...user, userId: userId("1") } }),
    forbid("budget", { resource: { type: "sheet", id: BUDGET } }),
  ];

  it("rules about the sheet and what it lies in", () => {
    expect(lookedAt(things)).toEqual(["sheet"]);
    expect(lookedAt(things, { within: [FOLDER] })).toEqual(["folder", "folder permit", "sheet"]);
    expect(lookedAt(things, { within: [SPACE] })).toEqual(["sheet", "space"]);
    const report = { asset: "report", sheetId: request({}).sheetId } as const;
    expect(lookedAt(things, report)).toEqual([]);
    expect(lookedAt(things, { ...report, sheetId: "9" as typeof report.sheetId })).toEqual(["report"]);
  });

  it("forbids over any folder and workspace where it isn't known what the sheet lies in, and at no permit", () => {
    for (const within of [null, undefined])
      expect(lookedAt(things, { within })).toEqual(["folder", "sheet", "space"]);
  });

  it("what can't be read, wherever it may belong; permits that can't be read or are superseded not at all", () => {
    const rules: AnyRule[] = [
      unreadable("here"),
      unreadable("there", { sheetId: BUDGET }),
      unreadable("lost", { sheetId: null }),
      unreadable("below", { sheetId: null, about: FOLDER }),
      unreadable("permit", { effect: "permit" }),
      permit("old"),
      permit("old", { version: 2, principal: { ...user, userId: userId("1") } }),
    ];
    expect(lookedAt(rules)).toEqual(["here", "lost"]);
    expect(lookedAt(rules, { asset: "report" })).toEqual(["here", "lost"]);
    expect(lookedAt(rules, { within: [FOLDER] })).toEqual(["below", "here", "lost"]);
    expect(lookedAt(rules, { within: null })).toEqual(["below", "here", "lost"]);
  });

  it("I01 a rule of an effect nobody knows, whoever it is for, as the list does", () => {
    const odd = { ...forbid("z", { principal: { ...user, userId: userId("1") } }), effect: "maybe" } as never;
    const decision = decide(request(asked), [permit("a"), odd], facts);
    expect(decision).toMatchObject({ reason: "unreadable_forbid", because: ["z"] });
    expect(decideWith(indexRules([permit("a"), odd]), request(asked), facts)).toEqual(decision);
  });
});
