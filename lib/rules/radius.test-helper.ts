import type { Source } from "@/lib/policy/project";
import {
  BUDGET,
  COST,
  folderId,
  MAIN,
  OLIVIA,
  SALES,
  facts as sampleFacts,
  sheet,
  TASK,
  userId,
} from "@/lib/policy/sample.test-helper";
import type { SourceSheet } from "@/lib/policy/sheet";
import type { AnyRule, Container, Person } from "@/lib/policy/types";
import { blastRadius } from "./blast-radius";
import type { BlastRadius, RadiusAsset, RadiusWorld, SheetEffect } from "./radius-types";

export const facts: RadiusWorld["facts"] = {
  now: sampleFacts.now,
  today: sampleFacts.today,
  switches: sampleFacts.switches,
  clock: { weekday: 1, time: "14:00" },
};

function person(id: string, name: string, over: Partial<Person> = {}): Person {
  const email = `${name.toLowerCase().replace(" ", ".")}@acme.com`;
  return { userId: userId(id), name, email, enabled: true, groups: [], localGroups: [], ...over };
}

export const vik = person("11", "Vik Viewer");
export const wanda = person("12", "Wanda Watcher");
export const dana = person("13", "Dana Data", { groups: [SALES] });

/** Every cell of Projects: four rows with something in them; a fifth is blank. */
export const FILLED = 14;
export const ROWS = sheet().rows.map(({ id }) => id as string);
export const BUDGET_ROW = "70";

export const budget: SourceSheet = {
  ...sheet({ id: BUDGET, name: "Budget" }),
  columns: [
    { id: TASK, index: 0, title: "Item", type: "TEXT_NUMBER", primary: true },
    { id: COST, index: 1, title: "Salary", type: "TEXT_NUMBER" },
  ],
  rows: [
    {
      id: BUDGET_ROW as SourceSheet["rows"][number]["id"],
      rowNumber: 1,
      parentId: null,
      cells: { [TASK]: { value: "Pay" }, [COST]: { value: 41250 } },
    },
  ],
};

export function source(of: SourceSheet, over: Partial<Source> = {}): Source {
  return { connectionId: MAIN, assume: OLIVIA, sheet: of, allColumnIds: null, ...over };
}

export const FOLDER: Container = { type: "folder", id: folderId("7000000000000001") };

export function asset(of: SourceSheet, over: Partial<RadiusAsset> = {}): RadiusAsset {
  return { asset: "sheet", sheetId: of.id, name: of.name, within: [FOLDER], sources: [source(of)], ...over };
}

export function world(over: Partial<RadiusWorld> = {}): RadiusWorld {
  return {
    people: [vik, wanda, dana],
    assets: [asset(sheet()), asset(budget)],
    facts,
    isSensitive: (_, { title }) => title === "Salary" || title === "Cost",
    withSamples: false,
    ...over,
  };
}

export const forVik = { principal: { type: "user" as const, email: vik.email, userId: vik.userId } };
export const onBudget = { resource: { type: "sheet" as const, id: BUDGET } };

/** What one more rule does. */
export function added(rule: AnyRule, others: AnyRule[] = [], over: Partial<RadiusWorld> = {}): BlastRadius {
  return blastRadius(others, [...others, rule], world(over));
}

export function onSheet({ persons }: BlastRadius): SheetEffect | undefined {
  return persons[0]?.sheets[0];
}
