import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { saveSignIn } from "@/db/queries/people";
import { tokenPlace } from "@/lib/auth/own-tokens";
import type { Viewer } from "@/lib/auth/principal";
import type { ColumnId, SheetId, UserId } from "@/lib/policy/ids";
import { Secret } from "@/lib/secret";
import { openWorld, payrollRule, type World } from "@/scripts/testing/world";
import { openSheet } from "./open-sheet";
import { toTable } from "./table-answer";
import { toSheetAnswer, toSheetHead } from "./to-answer";

const SHEET = "5550000000000001" as SheetId;
const PEOPLE = 50;
const REQUESTS = 500;
const columnOf = (n: number) => String(6_000_000_000_000_000 + n) as ColumnId;
const markOf = (n: number) => `mark-of-column-${String(n).padStart(2, "0")}-end`;

let world: World;
let ada: Viewer;
beforeEach(async () => {
  world = await openWorld();
  ada = await world.signIn("ada");
});
afterEach(() => world.close());

describe("many readers of one sheet", () => {
  it("T05 500 mixed requests of 50 people with different columns: no foreign value in any byte", async () => {
    world.smart.sheets.push({
      shares: { "olga@acme.test": "OWNER" },
      sheet: {
        id: SHEET,
        name: "Everybody's own column",
        version: 1,
        fetchedAt: "2026-11-24T09:00:00Z",
        columns: Array.from({ length: PEOPLE }, (_, n) => ({
          id: columnOf(n),
          index: n,
          title: `Column ${n}`,
          type: "TEXT_NUMBER" as const,
        })),
        rows: Array.from({ length: 3 }, (_, row) => ({
          id: String(7000 + row) as never,
          rowNumber: row + 1,
          parentId: null,
          cells: Object.fromEntries(
            Array.from({ length: PEOPLE }, (_, n) => [columnOf(n), { value: markOf(n) }]),
          ),
        })),
      },
    });
    const readers: Viewer[] = [];
    for (let n = 0; n < PEOPLE; n++) {
      readers.push(await join(n));
      const rule = payrollRule({
        principal: { type: "user", email: `reader${n}@acme.test` },
        resource: { type: "sheet", id: SHEET },
        columns: { mode: "only", ids: [columnOf(n)] },
      });
      expect(await world.services.rules.create(rule, ada, world.context(ada))).toMatchObject({ ok: true });
    }
    const asked = Array.from({ length: REQUESTS }, (_, n) => (n * 37) % PEOPLE);
    const answers = await Promise.all(
      asked.map(async (n) => {
        const viewer = readers[n] as Viewer;
        const answer = await openSheet(world.services, viewer, SHEET, "read", world.context(viewer), {
          window: { page: 1, pageSize: 10 },
        });
        if (!answer.ok) return { n, sent: answer.error.code, packed: "" };
        const head = toSheetHead(answer.value);
        const packed = Buffer.from(toTable(answer.value.sheet, head)).toString("latin1");
        return { n, sent: JSON.stringify(toSheetAnswer(answer.value)), packed };
      }),
    );
    for (const { n, sent, packed } of answers)
      for (const text of [sent, packed]) {
        const marks = new Set(text.match(/mark-of-column-\d\d-end/g));
        expect(marks).toEqual(new Set([markOf(n)]));
        expect(text.match(/Column \d+/g)).toEqual([`Column ${n}`]);
      }
    expect(answers).toHaveLength(REQUESTS);
  });
});

/** Fifty people more than the cast has: known here, with a token that opens nothing. */
async function join(n: number): Promise<Viewer> {
  const id = String(20_000 + n) as UserId;
  const email = `reader${n}@acme.test`;
  const at = world.services.clock.now().toISOString();
  const seal = (column: "access" | "refresh") =>
    world.services.vault.seal(new Secret("oauth-token-of-wanda"), tokenPlace(id, column));
  await saveSignIn({
    id,
    email,
    name: `Reader ${n}`,
    groups: null,
    at,
    access: seal("access"),
    refresh: seal("refresh"),
    expiresAt: "2026-12-24T09:00:00Z",
    bindable: email,
  });
  return { userId: id, email, name: `Reader ${n}`, role: "viewer", sessionId: `s${n}`, signedInAt: at };
}
