import fc from "fast-check";
import {
  BUDGET,
  columnId,
  DUE,
  facts,
  groupId,
  LOST,
  MAIN,
  OLIVIA,
  OSCAR,
  OWNER,
  PROJECTS,
  row,
  ruleId,
  SALES,
  SECOND,
  TASK,
  userId,
  vera,
} from "./sample.test-helper";
import type { SourceCell, SourceSheet } from "./sheet";
import {
  ACTIONS,
  type AccessRequest,
  type ColumnScope,
  type Condition,
  type ConditionGroup,
  type Facts,
  type Operand,
  type Rule,
  type RulePrincipal,
} from "./types";

/** Small worlds in which rules meet often: two sheets, four people, four columns, a few values. */
const DONE = columnId("6786519013124996");
const IDS = [TASK, DONE, DUE, OWNER];

const uma = { ...vera, userId: userId("48569348493401201"), email: "uma@other.org", name: "Uma", groups: [] };
const tom = { ...vera, userId: userId("9007199254740993"), email: "tom@acme.com", name: "Tom", groups: null };
export const knownPeople = [vera, uma, { ...uma, userId: userId("9007199254740992"), groups: [SALES] }];

const mostly = <T>(usual: fc.Arbitrary<T>, seldom: T) =>
  fc.oneof({ arbitrary: usual, weight: 19 }, { arbitrary: fc.constant(seldom), weight: 1 });

const principal: fc.Arbitrary<RulePrincipal> = fc.oneof(
  fc
    .constantFrom(vera, uma, tom)
    .map(({ userId: id, email }) => ({ type: "user" as const, email, userId: id })),
  fc.constant({ type: "user" as const, email: vera.email, userId: null }),
  fc.constantFrom("acme.com", "other.org").map((domain) => ({ type: "domain" as const, domain })),
  fc.constantFrom(SALES, groupId("77")).map((id) => ({ type: "group" as const, id })),
  fc.constant({ type: "everyone" as const }),
);

const moment = fc.constantFrom(
  "2026-05-03T12:00:00Z",
  facts.now,
  "2026-05-04T14:00:00.001+02:00",
  "2026-06-01T00:00:00Z",
);
const later = mostly(fc.constantFrom("2026-05-04T12:00:01Z", "2027-01-01T00:00:00+09:00"), facts.now);

export const wholeRule: fc.Arbitrary<Rule> = fc.oneof(
  fc.record({
    ...shared(),
    effect: fc.constant("permit" as const),
    endsAt: fc.oneof(moment, later),
    delegation: delegation(),
  }),
  fc.record({
    ...shared(),
    effect: fc.constant("forbid" as const),
    endsAt: fc.oneof(moment, later, fc.constant(null)),
  }),
);

function shared() {
  return {
    id: fc.nat(1e9).map((id) => ruleId(`r${id}`)),
    version: fc.constant(1),
    principal,
    resource: mostly(fc.constant(PROJECTS), BUDGET).map((id) => ({ type: "sheet" as const, id })),
    actions: fc.subarray([...ACTIONS]),
    columns: fc.constant<ColumnScope>({ mode: "all" }),
    rows: fc.constant<ConditionGroup | null>(null),
    startsAt: mostly(fc.constant<string | null>(null), "2026-05-04T12:00:01Z"),
  };
}

function delegation() {
  return fc.constantFrom(
    { connectionId: MAIN, assume: OLIVIA },
    { connectionId: SECOND, assume: OSCAR },
    { connectionId: MAIN, assume: OSCAR },
  );
}

const someIds = (least: number) =>
  fc.subarray(IDS, { minLength: least }).chain((ids) => mostly(fc.constant(ids), [...ids, LOST]));
const scope: fc.Arbitrary<ColumnScope> = fc.oneof(
  fc.constant<ColumnScope>({ mode: "all" }),
  someIds(1).map((ids) => ({ mode: "only" as const, ids })),
  fc.tuple(someIds(0), someIds(0)).map(([ids, known]) => ({ mode: "except" as const, ids, known })),
);

const text = fc.constantFrom<Operand>(
  "ALPHA",
  "beta",
  "a",
  1,
  2,
  3,
  true,
  "2026-05-04",
  "uma@other.org",
  { viewer: "email" },
  { viewer: "name" },
);
const bound = fc.constantFrom<Operand>(1, 2, "2026-05-03", "2026-05-04");
const condition: fc.Arbitrary<Condition> = fc
  .tuple(
    mostly(fc.constantFrom(...IDS), LOST),
    fc.oneof(
      fc
        .constantFrom(
          "IS_BLANK",
          "IS_NOT_BLANK",
          "IS_CHECKED",
          "IS_NOT_CHECKED",
          "IS_NUMBER",
          "TODAY",
          "PAST",
          "FUTURE",
        )
        .map((operator) => ({ operator: operator as Condition["operator"] })),
      fc
        .tuple(fc.constantFrom("EQUAL" as const, "NOT_EQUAL" as const, "CONTAINS" as const), text)
        .map(([operator, value]) => ({ operator, value })),
      fc
        .array(text, { minLength: 1, maxLength: 3 })
        .map((values) => ({ operator: "IS_ONE_OF" as const, values })),
      fc
        .tuple(fc.constantFrom("GREATER_THAN" as const, "LESS_THAN" as const), bound)
        .map(([operator, value]) => ({ operator, value })),
      fc
        .constantFrom<Operand[]>([1, 2], ["2026-05-03", "2026-05-04"])
        .map((values) => ({ operator: "BETWEEN" as const, values })),
    ),
  )
  .map(([id, rest]) => ({ columnId: id, ...rest }));
const match = fc.constantFrom("all" as const, "any" as const, "none" as const);
const inner = fc.record({ match, conditions: fc.array(condition, { maxLength: 2 }) });
const group: fc.Arbitrary<ConditionGroup> = fc.record({
  match,
  conditions: fc.array(fc.oneof({ arbitrary: condition, weight: 4 }, { arbitrary: inner, weight: 1 }), {
    maxLength: 3,
  }),
});

const narrowParts = fc.record({ columns: scope, rows: fc.option(group, { freq: 2 }) });

/** A rule over some cells, in force more often than not. */
export const anyRule: fc.Arbitrary<Rule> = fc
  .tuple(wholeRule, narrowParts, later)
  .map(([rule, parts, endsAt]) => ({ ...rule, ...parts, endsAt }));

export const anyRules = fc.uniqueArray(anyRule, { maxLength: 6, selector: ({ id }) => id });
export const wholeRules = fc.uniqueArray(wholeRule, { maxLength: 8, selector: ({ id }) => id });

export const limit = fc.record({ columns: scope, rows: fc.constant(null) });

export function requests(people = [...knownPeople, tom]): fc.Arbitrary<AccessRequest> {
  return fc.record({
    person: mostly(fc.constantFrom(...people), { ...vera, enabled: false }),
    sheetId: mostly(fc.constant(PROJECTS), BUDGET),
    action: fc.oneof(
      { arbitrary: fc.constant("read" as const), weight: 2 },
      { arbitrary: fc.constantFrom(...ACTIONS), weight: 1 },
    ),
  });
}

export const anyFacts: fc.Arbitrary<Facts> = fc.record({
  now: fc.constant(facts.now),
  today: fc.constant(facts.today),
  own: fc.constantFrom(
    "yes" as const,
    "no" as const,
    "no" as const,
    "unknown" as const,
    "not_asked" as const,
  ),
  switches: fc.record({
    appPaused: mostly(fc.constant(false), true),
    delegationPaused: mostly(fc.constant(false), true),
  }),
});

const maybe = (cell: fc.Arbitrary<SourceCell>) => fc.option(cell, { freq: 3, nil: undefined });
const day = fc.constantFrom("2026-05-02", "2026-05-03", "2026-05-04", "2026-05-05");
const cells = fc.record({
  [TASK]: maybe(
    fc.constantFrom<SourceCell>(
      { value: "alpha" },
      { value: "Beta" },
      { value: 1 },
      { value: 2 },
      { value: 3 },
    ),
  ),
  [DONE]: maybe(fc.boolean().map((value) => ({ value }))),
  [DUE]: maybe(day.map((value) => ({ value, objectValue: { type: "DATE" as const, value } }))),
  [OWNER]: maybe(
    fc.constantFrom(vera, uma, tom).map(({ email, name }) => ({
      value: email,
      displayValue: name,
      objectValue: { type: "CONTACT" as const, email, name },
    })),
  ),
});

export const sheets: fc.Arbitrary<SourceSheet> = fc
  .array(fc.tuple(cells, fc.nat(4)), { maxLength: 5 })
  .map((lines) => ({
    id: PROJECTS,
    name: "Random",
    version: 7,
    fetchedAt: facts.now,
    columns: [
      { id: TASK, index: 0, title: "Task", type: "TEXT_NUMBER", primary: true },
      { id: DONE, index: 1, title: "Done", type: "CHECKBOX" },
      { id: DUE, index: 2, title: "Due", type: "DATE" },
      { id: OWNER, index: 3, title: "Owner", type: "CONTACT_LIST" },
    ],
    rows: lines.map(([line, up], place) =>
      row(`${place + 1}00`, place + 1, up === 0 || place < up ? null : `${place + 1 - up}00`, present(line)),
    ),
  }));

function present(line: Record<string, SourceCell | undefined>): Record<string, SourceCell> {
  const kept: Record<string, SourceCell> = {};
  for (const [id, cell] of Object.entries(line)) if (cell !== undefined) kept[id] = cell;
  return kept;
}
