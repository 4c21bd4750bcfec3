import { describe, expect, it } from "vitest";
import { randomCases } from "@/lib/policy/random-cases.test-helper";
import { forbid, OWNER, TASK } from "@/lib/policy/sample.test-helper";
import type { AnyRule } from "@/lib/policy/types";
import { worldFrom } from "@/lib/policy/worlds.test-helper";
import { type BlastRadius, blastRadius } from "./blast-radius";
import { countPlainly, lostPlainText, plainSight, swapped } from "./radius-oracle.test-helper";
import { type RandomChange, randomChange, rulesOf } from "./radius-worlds.test-helper";

const CHANGES = randomCases(1_000);

/** Runs a law over random changes, and proves that the changes mattered now and then. */
function law(change: (from: RandomChange, seed: number) => AnyRule[] | null, check: (one: Checked) => void) {
  let telling = 0;
  for (let seed = 1; seed <= CHANGES; seed++) {
    const from = randomChange(seed);
    const after = change(from, seed);
    if (after === null) continue;
    const radius = blastRadius(from.before, after, from.world);
    if (radius.persons.length > 0) telling += 1;
    check({ ...from, after, radius, seed });
  }
  expect(telling).toBeGreaterThan(CHANGES / 25);
}

interface Checked extends RandomChange {
  after: AnyRule[];
  radius: BlastRadius;
  seed: number;
}

function newForbid({ random }: RandomChange, seed: number): AnyRule {
  const found = worldFrom(seed + 500_000).rules.find(({ effect }) => effect === "forbid");
  const narrow = forbid("new", { columns: { mode: "only", ids: [OWNER] } });
  return { ...(found === undefined || random.chance(0.3) ? narrow : found), id: narrow.id };
}

const otherRules = (_: RandomChange, seed: number) =>
  rulesOf(
    [0, 1, 2].map((place) => worldFrom(seed * 3 + 900_000 + place)),
    "n",
  );

/** Some rules kept, some gone, some new. */
const someOther = (from: RandomChange, seed: number) => [
  ...from.before.filter(() => from.random.chance(0.7)),
  ...otherRules(from, seed).slice(0, 4),
];

function maskedMore({ before, random }: RandomChange): AnyRule[] {
  const columnId = random.pick([TASK, OWNER]);
  return before.map((rule) => {
    if ("unreadable" in rule || rule.effect !== "permit" || rule.columns.mode !== "all") return rule;
    if (rule.masks?.length || random.chance(0.2)) return rule;
    return {
      ...rule,
      masks: [{ columnId, mask: random.pick([{ kind: "last4" }, { kind: "initials" }] as const) }],
    };
  });
}

function expectNoGain(radius: BlastRadius, seed: number) {
  for (const part of ["people", "sheets", "rows", "columns", "cells"] as const)
    expect(radius[part].gained, `${part} of change ${seed}`).toBe(0);
  expect(radius.sensitive.gained, `change ${seed}`).toEqual([]);
  expect(radius.masks.unmasked, `change ${seed}`).toEqual([]);
  for (const { sheets } of radius.persons) {
    for (const sheet of sheets) {
      const { rows, columns, sensitive, cells, actions } = sheet;
      expect([rows.gained, cells.gained], `change ${seed}`).toEqual([0, 0]);
      const lists = [columns.gained, columns.unmasked, sensitive.gained, actions.gained];
      expect(lists, `change ${seed}`).toEqual([[], [], [], []]);
    }
  }
}

describe("laws of a change of rules", () => {
  it("the same rules in any order, doubled or not, change nothing", () => {
    let seen = 0;
    for (let seed = 1; seed <= CHANGES; seed++) {
      const { before, world, random } = randomChange(seed);
      const after = [...before].reverse();
      if (before[0] !== undefined && random.chance(0.5)) after.push(before[0]);
      expect(blastRadius(before, after, world), `change ${seed}`).toMatchObject({
        isUnchanged: true,
        persons: [],
        unreadable: [],
        people: { gained: 0, lost: 0 },
      });
      if (world.assets.some((one) => world.people.some((who) => plainSight(before, who, one, world))))
        seen += 1;
    }
    expect(seen).toBeGreaterThan(CHANGES / 5);
  });

  it("one more forbid never opens anything", () => {
    law(
      (from, seed) => [...from.before, newForbid(from, seed)],
      ({ radius, seed }) => expectNoGain(radius, seed),
    );
  });

  it("a permit less never opens anything", () => {
    law(
      ({ before, random }) => {
        const permits = before.filter(({ effect }) => effect === "permit");
        if (permits.length === 0) return null;
        const { id } = random.pick(permits);
        // One id may name a permit and, in a broken store, a forbid: only the permits go, all versions of them.
        return before.filter((rule) => rule.id !== id || rule.effect !== "permit");
      },
      ({ radius, seed }) => expectNoGain(radius, seed),
    );
  });

  it("the way back is the way there with gains and losses swapped", () => {
    law(someOther, ({ before, after, world, radius, seed }) => {
      const back = blastRadius(after, before, { ...world, withSamples: false });
      const there = blastRadius(before, after, { ...world, withSamples: false });
      expect(swapped(back), `change ${seed}`).toEqual(there);
      expect(radius.persons.length).toBe(there.persons.length);
    });
  });

  it("I01 I02 the numbers are those of deciding and projecting each sheet for each person, before and after", () => {
    law(someOther, ({ before, after, world, radius, seed }) => {
      if (radius.unreadable.length > 0) return;
      const wanted = countPlainly(before, after, world);
      const { people, sheets, rows, columns, cells } = radius;
      expect({ people, sheets, rows, columns, cells }, `change ${seed}`).toEqual(wanted);
    });
  });

  it("a mask laid on permits never shows more, and each cell that loses its plain text is told of", () => {
    let told = 0;
    law(maskedMore, ({ before, after, world, radius, seed }) => {
      expectNoGain(radius, seed);
      told += radius.masks.newlyMasked.length;
      if (radius.unreadable.length > 0) return;
      const wanted = world.people.flatMap((who) =>
        world.assets.flatMap((one) =>
          lostPlainText(one, plainSight(before, who, one, world), plainSight(after, who, one, world)).map(
            (title) => `${who.userId} ${one.name} ${title}`,
          ),
        ),
      );
      const found = new Set(
        radius.persons.flatMap(({ userId, sheets }) =>
          sheets.flatMap(({ name, columns }) =>
            columns.newlyMasked.map((title) => `${userId} ${name} ${title}`),
          ),
        ),
      );
      expect(
        wanted.filter((one) => !found.has(one)),
        `change ${seed}`,
      ).toEqual([]);
    });
    expect(told).toBeGreaterThan(CHANGES / 25);
  });
});
