import fc from "fast-check";
import { ACTIONS, OPERATORS } from "@/lib/policy/types";
import { type GroupInput, type RuleBody, ruleBody } from "../schema";
import type { StoredRule } from "./stored";

/** Any text somebody may have typed or named a column, the worst first. */
const hostile = fc.oneof(
  fc.constantFrom(
    "x\n- effect: permit",
    "# no comment",
    "a: b",
    "- a",
    "*alias",
    "&anchor",
    "!tag",
    "'",
    '"',
    "no",
    "~",
    "null",
    "2026-12-31",
    "0815",
    "1e3",
    "{a: b}",
    "%YAML 1.1",
    "---",
    "<<",
    "\u202Eright to left",
    "\r\n",
    "line\u2028separator",
    "\u001b[2J",
    "=cmd()",
    "trailing:",
    "🙂",
  ),
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({ unit: "grapheme", maxLength: 60 }),
);
/** As `plainText` and `title` leave it. */
const typed = hostile
  .map((text) =>
    text
      .replace(/[\p{Cc}\p{Cs}]/gu, "")
      .slice(0, 90)
      .replace(/[\uD800-\uDBFF]$/, "")
      .trim(),
  )
  .filter((text) => text !== "");
const id = fc.bigInt({ min: 1n, max: 9_999_999_999_999_999_999n >> 1n }).map(String);
const email = fc.constantFrom("vik@acme.test", "o'brien+1@acme.test", "1@2.test", "ana.maria@eu.acme.test");
const moment = fc
  .date({ min: new Date("2026-12-01"), max: new Date("2099-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString());
const column = fc.oneof(
  id.map((columnId) => ({ columnId })),
  typed.map((title) => ({ title })),
);
const operand = fc.oneof(
  fc.string({ unit: "binary", maxLength: 30 }).filter((text) => !/\p{Cs}/u.test(text)),
  typed,
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !isTooLong(value)),
  fc.boolean(),
  fc.constantFrom({ viewer: "email" as const }, { viewer: "group" as const }),
  typed.map((attribute) => ({ attribute })),
);
const condition = fc
  .tuple(
    column,
    fc.constantFrom(...OPERATORS),
    fc.oneof(
      fc.constant({}),
      operand.map((value) => ({ value })),
      fc.array(operand, { maxLength: 4 }).map((values) => ({ values })),
    ),
  )
  .map(([named, operator, operands]) => ({ ...named, operator, ...operands }));
const { group } = fc.letrec<{ group: GroupInput }>((tie) => ({
  group: fc.record({
    match: fc.constantFrom("all" as const, "any" as const, "none" as const),
    conditions: fc.array(fc.oneof({ depthSize: "small", withCrossShrink: true }, condition, tie("group")), {
      maxLength: 4,
    }),
  }),
}));
const mask = fc.oneof(
  fc.constantFrom(
    { kind: "last4" as const },
    { kind: "year" as const },
    { kind: "bucket" as const, size: 10 },
  ),
  typed.map((text) => ({ kind: "constant" as const, text })),
);
const ids = fc.uniqueArray(id, { minLength: 1, maxLength: 5 });
const columns = fc.oneof(
  fc.constant({ mode: "all" as const }),
  fc.record({ mode: fc.constantFrom("only" as const, "except" as const), ids }),
  fc.record({ mode: fc.constant("only" as const), titles: fc.array(typed, { minLength: 1, maxLength: 5 }) }),
);
const shared = {
  principal: fc.oneof(
    email.map((address) => ({ type: "user" as const, email: address })),
    fc.constantFrom({ type: "everyone" as const }, { type: "domain" as const, domain: "acme.test" }),
    fc.constantFrom({ type: "localGroup" as const, id: "G-1" }, { type: "group" as const, id: "7" }),
  ),
  resource: fc.record({ type: fc.constantFrom("sheet" as const, "report" as const, "folder" as const), id }),
  actions: fc
    .subarray([...ACTIONS])
    .map((some) => ACTIONS.filter((one) => one === "read" || some.includes(one))),
  columns,
  rows: fc.option(group),
  startsAt: fc.option(moment),
  hours: fc.option(fc.constant({ days: [1, 5] as (1 | 5)[], from: "09:00", to: "24:00" })),
  reason: typed,
  ticket: fc.option(typed),
  knownColumns: fc.array(id, { maxLength: 3 }),
  sheetName: hostile,
};
const delegation = fc.record({ assume: email, connectionId: fc.constantFrom("C-1", "0815") });
const permit = fc.record({
  effect: fc.constant("permit" as const),
  ...shared,
  delegation,
  endsAt: moment,
  masks: fc.array(
    fc.tuple(column, mask).map(([named, laid]) => ({ ...named, mask: laid })),
    { maxLength: 3 },
  ),
  parents: fc.boolean(),
  freshSeconds: fc.option(fc.integer({ min: 5, max: 3600 }), { nil: undefined }),
});
const forbid = fc.record({
  effect: fc.constant("forbid" as const),
  ...shared,
  endsAt: fc.option(moment),
});

/** Stored rules, numbered from 1, whose columns are called anything at all. */
export const storedRules: fc.Arbitrary<StoredRule[]> = fc
  .array(
    fc.tuple(fc.oneof(permit, forbid), hostile).map(([said, title]) => {
      const named = said.columns.mode !== "all" && "ids" in said.columns ? said.columns.ids : [];
      const columnTitles = Object.fromEntries(named.map((one) => [one, title]));
      return ruleBody.parse({ ...said, columnTitles }) as RuleBody;
    }),
    { maxLength: 4 },
  )
  .map((bodies) =>
    bodies.map((body, place) => ({
      id: `R-${place + 1}`,
      number: place + 1,
      version: 1,
      isEnded: false,
      body,
    })),
  );

function isTooLong(value: number): boolean {
  return (Number.isInteger(value) && !Number.isSafeInteger(value)) || Object.is(value, -0);
}
