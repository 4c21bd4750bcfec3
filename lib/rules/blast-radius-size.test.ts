import { describe, expect, it } from "vitest";
import { all, forbid, OWNER, permit, rowId, sheet, sheetId, userId } from "@/lib/policy/sample.test-helper";
import type { AnyRule } from "@/lib/policy/types";
import { blastRadius } from "./blast-radius";
import { asset, FOLDER, vik, world } from "./radius.test-helper";

/** Each person has a rule of their own on each sheet, so no two decisions are the same. */
describe("10,000 rules, 500 people and 20 sheets of 300 rows", () => {
  const whole = sheet();
  const rows = Array.from({ length: 300 }, (_, place) => {
    const cells = { ...whole.rows[place % 5]?.cells, [OWNER]: { value: `p${place}@acme.com` } };
    return { rowNumber: place + 1, parentId: null, id: rowId(`${place + 1}`), cells };
  });
  const idOf = (place: number) => sheetId(`${place + 100}`);
  const assets = Array.from({ length: 20 }, (_, place) => asset({ ...whole, rows, id: idOf(place) }));
  const people = Array.from({ length: 500 }, (_, place) => ({
    ...vik,
    userId: userId(`${place + 1}`),
    email: `p${place}@acme.com`,
  }));
  const rules = people.flatMap(({ email, userId: id }) =>
    assets.map(({ sheetId: on }) =>
      permit(`${id}-${on}`, {
        principal: { type: "user", email, userId: id },
        resource: { type: "sheet", id: on },
        rows: all({ columnId: OWNER, operator: "EQUAL", value: { viewer: "email" } }),
      }),
    ),
  );
  const timed = (change: AnyRule) => {
    const started = performance.now();
    const radius = blastRadius(rules, [...rules, change], world({ people, assets }));
    return { radius, seconds: (performance.now() - started) / 1000 };
  };

  it("are quick where one sheet is touched", () => {
    const { radius, seconds } = timed(forbid("new", { resource: { type: "sheet", id: idOf(0) } }));
    expect(radius).toMatchObject({ sheets: { lost: 1 }, people: { lost: 0 }, rows: { lost: 300 } });
    expect(radius.persons).toHaveLength(500);
    expect(seconds).toBeLessThan(10);
  }, 60_000);

  it("take a while where all of them are", () => {
    const { radius, seconds } = timed(
      forbid("new", { resource: FOLDER, columns: { mode: "only", titles: ["Task"] } }),
    );
    expect(radius).toMatchObject({ sheets: { lost: 0 }, columns: { lost: 20 }, rows: { lost: 0 } });
    expect(radius.persons).toHaveLength(500);
    expect(seconds).toBeLessThan(40);
  }, 60_000);
});
