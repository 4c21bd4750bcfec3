import fc from "fast-check";
import {
  BUDGET,
  columnId,
  DUE,
  facts,
  folderId,
  groupId,
  LOST,
  linkId,
  localGroupId,
  MAIN,
  OLIVIA,
  OSCAR,
  OWNER,
  PROJECTS,
  reportId,
  row,
  ruleId,
  SALES,
  SECOND,
  TASK,
  userId,
  vera,
  workspaceId,
} from "./sample.test-helper";
import type { SourceCell, SourceColumn, SourceSheet } from "./sheet";
import {
  ACTIONS,
  type AccessRequest,
  type ColumnMask,
  type ColumnScope,
  type Condition,
  type ConditionGroup,
  type Container,
  type Facts,
  type ForbidRule,
  type IdScope,
  type Mask,
  type Operand,
  type PermitRule,
  type Person,
  type Rule,
  type RulePrincipal,
  type RuleResource,
  type WeeklyHours,
} from "./types";

/** Small worlds in which rules meet often: two sheets, four people, five columns, a few values. */
const DONE = columnId("6786519013124996");
const TAGS = columnId("6786519013124997");
const IDS = [TASK, DONE, DUE, OWNER, TAGS];

const PAYROLL = localGroupId("lg_payroll");
export const LINK = linkId("link_1");
export const FOLDER: Container = { type: "folder", id: folderId("7000000000000001") };
export const SPACE: Container = { type: "workspace", id: workspaceId("7000000000000002") };

const told = { localGroups: [PAYROLL], groupNames: ["alpha", "x"], attributes: { word: ["beta", "Red"] } };
const visitor: Person = { ...vera, ...told };
const uma: Person = {
  ...visitor,
  userId: userId("48569348493401201"),
  email: "uma@other.org",
  name: "Uma",
  groups: [],
  localGroups: [],
  groupNames: ["beta"],
};
/** Of whom neither kind of group is known. */
const tom: Person = {
  ...visitor,
  userId: userId("9007199254740993"),
  email: "tom@acme.com",
  name: "Tom",
  groups: null,
  localGroups: null,
};
export const knownPeople = [visitor, uma, { ...uma, userId: userId("9007199254740992"), groups: [SALES] }];

const mostly = <T>(usual: fc.Arbitrary<T>, seldom: T) =>
  fc.oneof({ arbitrary: usual, weight: 19 }, { arbitrary: fc.constant(seldom), weight: 1 });

const somebody: fc.Arbitrary<RulePrincipal> = fc.oneof(
  fc
    .constantFrom(vera, uma, tom)
    .map(({ userId: id, email }) => ({ type: "user" as const, email, userId: id })),
  fc.constant({ type: "user" as const, email: vera.email, userId: null }),
  fc.constantFrom("acme.com", "other.org").map((domain) => ({ type: "domain" as const, domain })),
  fc.constantFrom(SALES, groupId("77")).map((id) => ({ type: "group" as const, id })),
  fc.constantFrom(PAYROLL, localGroupId("lg_other")).map((id) => ({ type: "localGroup" as const, id })),
  { arbitrary: fc.constant({ type: "everyone" as const }), weight: 2 },
);
const link: fc.Arbitrary<RulePrincipal> = fc
  .constantFrom(LINK, linkId("link_2"), null)
  .map((id) => ({ type: "link", id }));

const resource: fc.Arbitrary<RuleResource> = fc.oneof(
  { arbitrary: fc.constant({ type: "sheet" as const, id: PROJECTS }), weight: 14 },
  { arbitrary: fc.constantFrom<RuleResource>(FOLDER, SPACE, SPACE), weight: 4 },
  {
    arbitrary: fc.constantFrom<RuleResource>(
      { type: "sheet", id: BUDGET },
      { type: "report", id: reportId(PROJECTS) },
    ),
    weight: 1,
  },
);

const moment = fc.constantFrom(
  "2026-05-03T12:00:00Z",
  facts.now,
  "2026-05-04T14:00:00.001+02:00",
  "2026-06-01T00:00:00Z",
);
const later = mostly(fc.constantFrom("2026-05-04T12:00:01Z", "2027-01-01T00:00:00+09:00"), facts.now);

const wholePermit: fc.Arbitrary<PermitRule> = fc.record({
  ...shared(somebody),
  effect: fc.constant("permit" as const),
  endsAt: fc.oneof(moment, later),
  delegation: delegation(),
});
const wholeForbid: fc.Arbitrary<ForbidRule> = fc.record({
  ...shared(fc.oneof({ arbitrary: somebody, weight: 6 }, { arbitrary: link, weight: 1 })),
  effect: fc.constant("forbid" as const),
  endsAt: fc.oneof(moment, later, fc.constant(null)),
});
/** Whole: over all columns and rows, at any hour. */
export const wholeRule: fc.Arbitrary<Rule> = fc.oneof(wholePermit, wholeForbid);

function shared(principal: fc.Arbitrary<RulePrincipal>) {
  return {
    id: fc.nat(1e9).map((id) => ruleId(`r${id}`)),
    version: fc.constant(1),
    principal,
    resource,
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
const idScope: fc.Arbitrary<IdScope> = fc.oneof(
  fc.constant<IdScope>({ mode: "all" }),
  someIds(1).map((ids) => ({ mode: "only" as const, ids })),
  fc.tuple(someIds(0), someIds(0)).map(([ids, known]) => ({ mode: "except" as const, ids, known })),
);
/** "Task" may be borne by two columns, and "Gone" by none. */
const title = mostly(fc.constantFrom("Task", " due", "OWNER", "Tags"), "Gone");
const titles = (least: number) => fc.uniqueArray(title, { minLength: least, maxLength: 3 });
const permitScope: fc.Arbitrary<ColumnScope> = fc.oneof(
  { arbitrary: idScope, weight: 3 },
  { arbitrary: titles(1).map((named) => ({ mode: "only" as const, titles: named })), weight: 1 },
);
const forbidScope: fc.Arbitrary<ColumnScope> = fc.oneof(
  { arbitrary: permitScope, weight: 6 },
  { arbitrary: titles(0).map((named) => ({ mode: "except" as const, titles: named })), weight: 1 },
);

const mask = fc.constantFrom<Mask>(
  { kind: "last4" },
  { kind: "initials" },
  { kind: "year" },
  { kind: "bucket", size: 10 },
  { kind: "bucket", size: 5000 },
  { kind: "constant", text: "hidden" },
  { kind: "constant", text: "alpha" },
);

/** Masks that lie inside the scope, named as it names its columns. */
function masksIn(scope: ColumnScope): fc.Arbitrary<ColumnMask[]> {
  const inside = insideOf(scope);
  if (inside.length === 0) return fc.constant([]);
  const one = fc.tuple(fc.constantFrom(...inside), mask).map(([column, kind]) => ({ ...column, mask: kind }));
  return fc.array(one, { maxLength: 2 });
}

function insideOf(scope: ColumnScope): Pick<ColumnMask, "columnId" | "title">[] {
  if ("titles" in scope) return scope.titles.map((named) => ({ title: named }));
  const byId = (ids: readonly (typeof TASK)[]) => ids.map((id) => ({ columnId: id }));
  if (scope.mode === "only") return byId(scope.ids);
  if (scope.mode === "except") return byId(scope.known.filter((id) => !scope.ids.includes(id)));
  return [...byId([...IDS, ...IDS, LOST]), { title: "Task" }, { title: "Due" }];
}

const hours = fc.constantFrom<WeeklyHours>(
  { days: [1, 2, 3, 4, 5], from: "08:00", to: "18:00" },
  { days: [1], from: "00:00", to: "24:00" },
  { days: [1, 7], from: "14:00", to: "14:01" },
  { days: [2], from: "08:00", to: "18:00" },
  { days: [1], from: "08:00", to: "14:00" },
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
  "red",
  { viewer: "email" },
  { viewer: "name" },
);
/** Also those that stand for several values. */
const listed = fc.oneof(
  { arbitrary: text, weight: 4 },
  { arbitrary: fc.constantFrom<Operand>({ viewer: "group" }, { attribute: "word" }), weight: 1 },
);
const bound = fc.constantFrom<Operand>(1, 2, "2026-05-03", "2026-05-04");
const ask = (operators: readonly Condition["operator"][], values?: fc.Arbitrary<Operand[]>) =>
  fc
    .tuple(fc.constantFrom(...operators), values ?? fc.constant(undefined))
    .map(([operator, chosen]) => (chosen === undefined ? { operator } : { operator, values: chosen }));
const oneOf = (operand: fc.Arbitrary<Operand>) => operand.map((value) => [value]);
const severalOf = (operand: fc.Arbitrary<Operand>) => fc.array(operand, { minLength: 1, maxLength: 3 });
const column = fc.oneof(
  {
    arbitrary: mostly(fc.constantFrom(...IDS), LOST).map(
      (id): Pick<Condition, "columnId" | "title"> => ({
        columnId: id,
      }),
    ),
    weight: 4,
  },
  { arbitrary: title.map((named) => ({ title: named })), weight: 1 },
);
const condition: fc.Arbitrary<Condition> = fc
  .tuple(
    column,
    fc.oneof(
      ask(["IS_BLANK", "IS_NOT_BLANK", "IS_CHECKED", "IS_NOT_CHECKED", "IS_NUMBER", "IS_NOT_NUMBER"]),
      ask(["IS_DATE", "IS_NOT_DATE", "TODAY", "NOT_TODAY", "PAST", "NOT_PAST", "FUTURE", "NOT_FUTURE"]),
      ask(["EQUAL", "NOT_EQUAL"], oneOf(listed)),
      ask(["CONTAINS", "DOES_NOT_CONTAIN"], oneOf(text)),
      ask(["IS_ONE_OF", "IS_NOT_ONE_OF", "HAS_ANY_OF", "HAS_ALL_OF", "HAS_NONE_OF"], severalOf(listed)),
      ask(["NOT_ALL_OF", "MULTI_IS_EQUAL", "MULTI_IS_NOT_EQUAL"], severalOf(text)),
      ask(["GREATER_THAN", "LESS_THAN", "GREATER_THAN_OR_EQUAL", "LESS_THAN_OR_EQUAL"], oneOf(bound)),
      ask(["BETWEEN", "NOT_BETWEEN"], fc.constantFrom([1, 2], ["2026-05-03", "2026-05-04"])),
      ask(
        ["LAST_N_DAYS", "NOT_LAST_N_DAYS", "NEXT_N_DAYS", "NOT_NEXT_N_DAYS"],
        oneOf(fc.constantFrom<Operand>(1, 2)),
      ),
    ),
  )
  .map(([named, rest]) => ({ ...named, ...rest }));
const match = fc.constantFrom("all" as const, "any" as const, "none" as const);
const inner = fc.record({ match, conditions: fc.array(condition, { maxLength: 2 }) });
const group: fc.Arbitrary<ConditionGroup> = fc.record({
  match,
  conditions: fc.array(fc.oneof({ arbitrary: condition, weight: 4 }, { arbitrary: inner, weight: 1 }), {
    maxLength: 3,
  }),
});

const rows = fc.option(group, { freq: 2 });
const window = fc.option(hours, { freq: 1, nil: null });
const seldomHours = fc.oneof({ arbitrary: fc.constant(null), weight: 6 }, { arbitrary: window, weight: 1 });

export const anyPermit: fc.Arbitrary<PermitRule> = fc
  .tuple(wholePermit, permitScope, rows, later, seldomHours, fc.boolean())
  .chain(([rule, columns, filter, endsAt, weekly, parents]) =>
    fc.oneof(fc.constant<ColumnMask[]>([]), masksIn(columns)).map(
      (masks): PermitRule => ({
        ...rule,
        columns,
        rows: filter,
        endsAt,
        hours: weekly,
        masks,
        ...(parents ? { parents } : {}),
      }),
    ),
  );
export const anyForbid: fc.Arbitrary<ForbidRule> = fc
  .tuple(wholeForbid, forbidScope, rows, later, seldomHours)
  .map(([rule, columns, filter, endsAt, weekly]) => ({
    ...rule,
    columns,
    rows: filter,
    endsAt,
    hours: weekly,
  }));

/** A rule over some cells, in force more often than not. */
export const anyRule: fc.Arbitrary<Rule> = fc.oneof(anyPermit, anyForbid);

export const anyRules = fc.uniqueArray(anyRule, { maxLength: 6, selector: ({ id }) => id });
export const wholeRules = fc.uniqueArray(wholeRule, { maxLength: 8, selector: ({ id }) => id });

export const limit = idScope.chain((columns) =>
  masksIn(columns).map((masks) => ({ columns, rows: null, ...(masks.length === 0 ? {} : { masks }) })),
);

/** `isTreeKnown`: where the sheet lies always is. */
export function requests(people = [...knownPeople, tom], isTreeKnown = false): fc.Arbitrary<AccessRequest> {
  return fc.record({
    person: mostly(fc.constantFrom(...people), { ...vera, enabled: false }),
    sheetId: mostly(fc.constant(PROJECTS), BUDGET),
    asset: mostly(fc.constant<"sheet" | "report">("sheet"), "report"),
    action: fc.oneof(
      { arbitrary: fc.constant("read" as const), weight: 2 },
      { arbitrary: fc.constantFrom(...ACTIONS), weight: 1 },
    ),
    within: fc.oneof(
      { arbitrary: fc.constantFrom<Container[]>([], [SPACE], [FOLDER, SPACE]), weight: 5 },
      { arbitrary: fc.constant(null), weight: isTreeKnown ? 0 : 1 },
    ),
    link: mostly(fc.constant(null), LINK),
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
  clock: mostly(fc.constant<Facts["clock"]>({ weekday: 1, time: "14:00" }), null),
  paused: mostly(fc.constant<Facts["paused"]>(null), {
    sheets: [PROJECTS],
    assumed: [],
    rules: [],
    connections: [],
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
      { value: 12345 },
      { value: "alphabet soup" },
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
  [TAGS]: maybe(
    fc.subarray(["Red", "Dark Blue", "beta"], { minLength: 1 }).map((values) => ({
      displayValue: values.join(", "),
      objectValue: { type: "MULTI_PICKLIST" as const, values },
    })),
  ),
});

/** As saved, with a column renamed to another's title, or with one gone. */
const columns: fc.Arbitrary<SourceColumn[]> = fc
  .tuple(
    mostly(fc.constant("Tags"), "task"),
    mostly(fc.constant(true), false),
    fc.oneof({ arbitrary: fc.constant("Due"), weight: 9 }, { arbitrary: fc.constant("When"), weight: 1 }),
  )
  .map(([tags, hasOwner, due]): SourceColumn[] => [
    { id: TASK, index: 0, title: "Task", type: "TEXT_NUMBER", primary: true },
    { id: DONE, index: 1, title: "Done", type: "CHECKBOX" },
    { id: DUE, index: 2, title: due, type: "DATE" },
    ...(hasOwner ? [{ id: OWNER, index: 3, title: "Owner", type: "CONTACT_LIST" as const }] : []),
    {
      id: TAGS,
      index: 4,
      title: tags,
      type: "MULTI_PICKLIST",
      options: ["Red", "Dark Blue", "beta", "Green"],
    },
  ]);

export const sheets: fc.Arbitrary<SourceSheet> = fc
  .tuple(columns, fc.array(fc.tuple(cells, fc.nat(4)), { maxLength: 6 }))
  .map(([shown, lines]) => ({
    id: PROJECTS,
    name: "Random",
    version: 7,
    fetchedAt: facts.now,
    columns: shown,
    rows: lines.map(([line, up], place) =>
      row(
        `${place + 1}00`,
        place + 1,
        up === 0 || place < up ? null : `${place + 1 - up}00`,
        present(line, shown),
      ),
    ),
  }));

function present(
  line: Record<string, SourceCell | undefined>,
  shown: readonly SourceColumn[],
): Record<string, SourceCell> {
  const kept: Record<string, SourceCell> = {};
  for (const { id } of shown) {
    const cell = line[id];
    if (cell !== undefined) kept[id] = cell;
  }
  return kept;
}
