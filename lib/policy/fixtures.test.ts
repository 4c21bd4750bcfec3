import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { decide } from "./decide";
import { decideWith, indexRules } from "./index-rules";
import { type Projection, project, type Source } from "./project";
import type { SourceSheet } from "./sheet";
import type { AccessRequest, AllowDecision, AnyRule, Facts } from "./types";

/** Cases as data: see `fixtures/usual.json` for what a case leaves out. */
interface Fixture {
  description: string;
  rules: (Partial<AnyRule> & { id: string })[];
  request?: Partial<AccessRequest>;
  facts?: Partial<Facts>;
  /** `own`, `delegated` or the reason of a deny. */
  wanted: string;
  /** The deciding rules. */
  because: string[];
  remedy?: string[];
  expiresAt?: string;
  /** The sheet as it shows: the titles, then the rows as text; or why nothing does. */
  shows?: string[][] | string;
}

const folder = new URL("./fixtures/", import.meta.url);
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), "utf8"));
const usual = read("usual.json") as {
  person: AccessRequest["person"];
  request: Omit<AccessRequest, "person">;
  facts: Facts;
  permit: object;
  forbid: object;
  sheet: SourceSheet;
};

function ruleOf(given: Fixture["rules"][number]): AnyRule {
  if ("unreadable" in given) return given as AnyRule;
  return { ...(given.effect === "forbid" ? usual.forbid : usual.permit), ...given } as AnyRule;
}

function sourcesOf(decision: AllowDecision): Source[] {
  const { sheet } = usual;
  if (decision.via === "own") return [{ connectionId: null, assume: null, sheet, allColumnIds: null }];
  return decision.grants.map(({ connectionId, assume }) => ({
    connectionId,
    assume,
    sheet,
    allColumnIds: null,
  }));
}

function tableOf(projection: Projection): string[][] | string {
  if (projection.kind !== "visible")
    return projection.kind === "nothing" ? projection.reason : projection.kind;
  const { columns, rows } = projection.sheet;
  const textOf = (value: unknown, shown: unknown, isPerson: boolean) =>
    String((isPerson ? shown : value) ?? "");
  return [
    columns.map(({ title }) => title),
    ...rows.map(({ cells }) =>
      columns.map(({ id, type }) =>
        textOf(cells[id]?.value, cells[id]?.displayValue, type === "CONTACT_LIST"),
      ),
    ),
  ];
}

const files = readdirSync(folder).filter((name) => name !== "usual.json");
let ran = 0;

for (const file of files) {
  describe(`fixtures/${file}`, () => {
    for (const fixture of read(file) as Fixture[]) {
      it(`${fixture.description} → ${fixture.wanted}`, () => {
        ran += 1;
        const person = { ...usual.person, ...fixture.request?.person };
        const request: AccessRequest = { ...usual.request, ...fixture.request, person };
        const facts: Facts = { ...usual.facts, ...fixture.facts };
        const rules = fixture.rules.map(ruleOf);
        const decision = decide(request, rules, facts);

        expect(decision.effect === "allow" ? decision.via : decision.reason).toBe(fixture.wanted);
        expect(decision.because).toEqual(fixture.because);
        if (fixture.remedy !== undefined) expect(decision).toMatchObject({ remedy: fixture.remedy });
        if (fixture.expiresAt !== undefined) expect(decision).toMatchObject({ expiresAt: fixture.expiresAt });
        expect(decideWith(indexRules(rules), request, facts)).toEqual(decision);
        if (fixture.shows === undefined) return;
        if (decision.effect === "deny") throw new Error("What is denied shows nothing.");
        const [source] = sourcesOf(decision);
        expect(tableOf(project(decision, source ? [source] : []))).toEqual(fixture.shows);
      });
    }
  });
}

it("ran the cases there are, at least 100 of them", () => {
  const all = files.flatMap((file) => read(file) as Fixture[]);
  expect(ran).toBe(all.length);
  expect(new Set(all.map(({ description, rules }) => description + JSON.stringify(rules))).size).toBe(
    all.length,
  );
  expect(all.length).toBeGreaterThanOrEqual(100);
});
