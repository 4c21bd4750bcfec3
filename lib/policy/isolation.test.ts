import { expect, it } from "vitest";
import { groupsOf, neededColumns } from "./columns";
import { decide } from "./decide";
import type { ColumnId } from "./ids";
import { project } from "./project";
import { randomCases } from "./random-cases.test-helper";
import {
  columnId,
  facts,
  forbid,
  MAIN,
  OLIVIA,
  OSCAR,
  onlyColumns,
  PROJECTS,
  permit,
  row,
  SECOND,
  userId,
  vera,
} from "./sample.test-helper";
import type { SourceSheet } from "./sheet";
import type { Person, Rule } from "./types";

const PEOPLE = 50;
const REQUESTS = randomCases(500);
const OWNER_COLUMN = columnId("9007199254740993");

/** Every cell's text says where it stands, so that a foreign one is found in any byte. */
function markedSheet(): SourceSheet {
  const ids = [OWNER_COLUMN, ...Array.from({ length: 20 }, (_, c) => columnId(String(4583173393803100 + c)))];
  const columns = ids.map((id, index) => ({
    id,
    index,
    title: `Column ${index}`,
    type: "TEXT_NUMBER" as const,
  }));
  const rows = Array.from({ length: 100 }, (_, r) => {
    const cells = Object.fromEntries(ids.map((id, c) => [id, { value: `mark-${r}-${c}-` }]));
    cells[OWNER_COLUMN] = { value: `person${r % PEOPLE}@acme.com` };
    return row(String(7670198317672300 + r), r + 1, null, cells);
  });
  return { id: PROJECTS, name: "Marked", version: 3, fetchedAt: facts.now, columns, rows };
}

function personAt(place: number): Person {
  return {
    ...vera,
    userId: userId(String(9007199254740993n + BigInt(place))),
    email: `person${place}@acme.com`,
  };
}

/** Two columns in all rows and three in the person's own, from two owners, less one column in every third row's. */
function rulesOf(place: number, columns: readonly ColumnId[]): Rule[] {
  const at = (offset: number) => columns[1 + ((place + offset) % 20)] ?? OWNER_COLUMN;
  const who = { type: "user" as const, email: `person${place}@acme.com`, userId: personAt(place).userId };
  const mine = { columnId: OWNER_COLUMN, operator: "EQUAL" as const, value: { viewer: "email" as const } };
  return [
    permit(`a${place}`, { principal: who, columns: { mode: "only", ids: [at(0), at(3)] } }),
    permit(`b${place}`, {
      principal: who,
      columns: { mode: "only", ids: [at(5), at(7), at(9)] },
      rows: { match: "all", conditions: [mine] },
      delegation: { connectionId: SECOND, assume: OSCAR },
    }),
    forbid(`z${place}`, { principal: who, columns: { mode: "only", ids: [at(7)] } }),
  ];
}

it(`T05 I11 ${REQUESTS} mixed requests of ${PEOPLE} people on one sheet with different columns: no foreign value in any byte`, () => {
  const sheet = markedSheet();
  const ids = sheet.columns.map(({ id }) => id);
  const rules = Array.from({ length: PEOPLE }, (_, place) => rulesOf(place, ids)).flat();
  let checked = 0;
  for (let round = 0; round < REQUESTS; round++) {
    const place = (round * 37) % PEOPLE;
    const decision = decide({ person: personAt(place), sheetId: PROJECTS, action: "read" }, rules, facts);
    if (decision.effect === "deny") throw new Error(decision.reason);
    const sources = groupsOf(decision).map((group) => {
      const needed = neededColumns(decision, group);
      return { ...group, sheet: onlyColumns(sheet, needed ?? ids), allColumnIds: ids };
    });
    expect(sources.map(({ connectionId, assume }) => [connectionId, assume])).toEqual([
      [MAIN, OLIVIA],
      [SECOND, OSCAR],
    ]);
    const projection = project(decision, sources);
    if (projection.kind !== "visible") throw new Error(projection.kind);

    const at = (offset: number) => 1 + ((place + offset) % 20);
    const wanted = new Set<string>();
    for (let r = 0; r < 100; r++) {
      for (const c of r % PEOPLE === place ? [at(0), at(3), at(5), at(9)] : [at(0), at(3)])
        wanted.add(`mark-${r}-${c}-`);
    }
    const bytes = JSON.stringify(projection);
    const found = bytes.match(/mark-\d+-\d+-/g) ?? [];
    expect(new Set(found)).toEqual(wanted);
    expect(bytes).not.toContain("@acme.com");
    expect(bytes).not.toContain(OWNER_COLUMN);
    checked += found.length;
  }
  expect(checked).toBe(REQUESTS * (2 * 100 + 2 * 2));
});

it("T05 T07 I11 a masked value is in no byte of what its reader gets, whatever else they see of the sheet", () => {
  const sheet = markedSheet();
  const ids = sheet.columns.map(({ id }) => id);
  let masked = 0;
  for (let place = 0; place < PEOPLE; place++) {
    const rules = rulesOf(place, ids).map((rule): Rule => {
      if (rule.effect === "forbid" || rule.columns.mode !== "only" || !("ids" in rule.columns)) return rule;
      const [first] = rule.columns.ids;
      if (first === undefined) return rule;
      return { ...rule, masks: [{ columnId: first, mask: { kind: "constant", text: "hidden" } }] };
    });
    const decision = decide({ person: personAt(place), sheetId: PROJECTS, action: "read" }, rules, facts);
    if (decision.effect === "deny") throw new Error(decision.reason);
    const sources = groupsOf(decision).map((group) => ({ ...group, sheet, allColumnIds: null }));
    const bytes = JSON.stringify(project(decision, sources));
    for (const offset of [0, 5]) {
      const column = 1 + ((place + offset) % 20);
      expect(bytes).not.toMatch(new RegExp(`mark-\\d+-${column}-`));
    }
    expect(bytes).toContain(`mark-0-${1 + ((place + 3) % 20)}-`);
    masked += bytes.match(/"value":"hidden"/g)?.length ?? 0;
  }
  expect(masked).toBe(PEOPLE * (100 + 2));
});
