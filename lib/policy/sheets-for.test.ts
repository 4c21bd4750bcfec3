import { describe, expect, it } from "vitest";
import { decide } from "./decide";
import { indexRules } from "./index-rules";
import { randomCases } from "./random-cases.test-helper";
import {
  BUDGET,
  facts,
  folderId,
  forbid,
  localGroupId,
  PROJECTS,
  permit,
  reportId,
  SALES,
  sheetId,
  userId,
  vera,
  workspaceId,
} from "./sample.test-helper";
import { type Asset, sheetsFor, treeOf } from "./sheets-for";
import type { AnyRule, Container, Person } from "./types";
import { worldFrom } from "./worlds.test-helper";

const FOLDER: Container = { type: "folder", id: folderId("7000000000000001") };
const SPACE: Container = { type: "workspace", id: workspaceId("7000000000000002") };
const LOOSE = sheetId("300");
const REPORT = sheetId("400");
const assets: readonly (Asset & { within: readonly Container[] })[] = [
  { asset: "sheet", sheetId: PROJECTS, within: [FOLDER, SPACE] },
  { asset: "sheet", sheetId: BUDGET, within: [SPACE] },
  { asset: "sheet", sheetId: LOOSE, within: [] },
  { asset: "report", sheetId: REPORT, within: [SPACE] },
];
const tree = treeOf(assets);
const { own: _, ...known } = facts;

function list(rules: AnyRule[], person: Person = vera, of: typeof tree | null = tree): string[] {
  return sheetsFor(indexRules(rules), person, known, of).map(({ asset, sheetId: id }) => `${asset} ${id}`);
}

describe("sheetsFor", () => {
  it("finds what a person is permitted by id, group, domain or everyone, over sheets, reports and all below", () => {
    const user = { type: "user", email: vera.email, userId: vera.userId } as const;
    expect(list([permit("a", { principal: user })])).toEqual([`sheet ${PROJECTS}`]);
    expect(list([permit("a", { principal: { type: "group", id: SALES }, resource: FOLDER })])).toEqual([
      `sheet ${PROJECTS}`,
    ]);
    expect(
      list([permit("a", { principal: { type: "domain", domain: "ACME.com" }, resource: SPACE })]),
    ).toEqual([`report ${REPORT}`, `sheet ${PROJECTS}`, `sheet ${BUDGET}`]);
    expect(list([permit("a", { resource: { type: "report", id: reportId(REPORT) } })])).toEqual([
      `report ${REPORT}`,
    ]);
  });

  it("leaves out what others are permitted, what has ended, and what a forbid takes whole", () => {
    const other = { type: "user", email: "x@acme.com", userId: userId("1") } as const;
    expect(list([permit("a", { principal: other }), permit("b", { endsAt: facts.now })])).toEqual([]);
    const rules = [permit("a", { resource: SPACE }), forbid("z", { resource: FOLDER })];
    expect(list(rules)).toEqual([`report ${REPORT}`, `sheet ${BUDGET}`]);
    expect(list([...rules, permit("b")])).toEqual([`report ${REPORT}`, `sheet ${BUDGET}`]);
  });

  it("without a tree, permits over folders lapse and forbids hold; so it is for a sheet the tree doesn't know", () => {
    const rules = [permit("a", { resource: SPACE }), permit("b")];
    expect(list(rules, vera, null)).toEqual([`sheet ${PROJECTS}`]);
    const taken = forbid("z", { resource: { type: "folder", id: folderId("1") } });
    expect(list([...rules, taken], vera, null)).toEqual([]);
    const unknown = permit("c", { resource: { type: "sheet", id: sheetId("999") } });
    expect(list([unknown, taken])).toEqual([]);
    expect(list([unknown])).toEqual(["sheet 999"]);
  });

  it("local groups that are not known open nothing", () => {
    const local = permit("a", { principal: { type: "localGroup", id: localGroupId("g") } });
    expect(list([local])).toEqual([]);
    expect(list([local], { ...vera, localGroups: [localGroupId("g")] })).toEqual([`sheet ${PROJECTS}`]);
  });

  it("a permit about nothing that can be read opens nothing and hinders no other", () => {
    for (const resource of [null, {}, { type: "sheet" }, { type: "folder" }])
      expect(list([permit("b", { resource: resource as never }), permit("a")])).toEqual([
        `sheet ${PROJECTS}`,
      ]);
  });

  it("a tree knows the way up to each container and down to all that lies in it", () => {
    const known = treeOf(assets);
    const [first, second, loose, report] = assets.map(({ asset, sheetId: id }) => ({ asset, sheetId: id }));
    expect(known.below.get(`folder:${FOLDER.id}`)).toEqual([first]);
    expect(known.below.get(`workspace:${SPACE.id}`)).toEqual([first, second, report]);
    expect(loose && known.withinOf(loose)).toEqual([]);
    expect(first && known.withinOf(first)).toEqual([FOLDER, SPACE]);
    expect(known.withinOf({ asset: "report", sheetId: PROJECTS })).toBeNull();
  });

  it("I02 lists just what deciding sheet by sheet lists, with the same decisions", () => {
    const worlds = randomCases(3000);
    let found = 0;
    for (let seed = 1; seed <= worlds; seed++) {
      const { request, rules, facts: world } = worldFrom(seed);
      const now = { ...world, own: "no" as const };
      const wanted = assets.flatMap(({ within, ...asset }) => {
        const decision = decide({ person: request.person, ...asset, within, action: "read" }, rules, now);
        return decision.effect === "allow" ? [{ ...asset, decision }] : [];
      });
      const listed = sheetsFor(indexRules(rules), request.person, now, tree);
      const inTree = listed.filter((one) =>
        assets.some(({ sheetId: id, asset }) => id === one.sheetId && asset === one.asset),
      );
      const byKey = (a: Asset, b: Asset) => (`${a.asset}:${a.sheetId}` < `${b.asset}:${b.sheetId}` ? -1 : 1);
      expect(inTree, `world ${seed}`).toEqual(wanted.sort(byKey));
      found += listed.length;
    }
    expect(found).toBeGreaterThan(worlds / 10);
  });
});
