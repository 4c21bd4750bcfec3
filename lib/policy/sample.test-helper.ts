import type {
  ColumnId,
  ConnectionId,
  FolderId,
  GroupId,
  LinkId,
  LocalGroupId,
  ReportId,
  RowId,
  RuleId,
  SheetId,
  UserId,
  WorkspaceId,
} from "./ids";
import type { Source } from "./layers";
import type { SourceCell, SourceColumn, SourceRow, SourceSheet } from "./sheet";
import type { AccessRequest, ConditionGroup, Facts, Person, Rule, UnreadableRule } from "./types";

/** Brands have no value, so tests may name ids plainly. */
export const sheetId = (text: string) => text as SheetId;
export const columnId = (text: string) => text as ColumnId;
export const rowId = (text: string) => text as RowId;
export const userId = (text: string) => text as UserId;
export const groupId = (text: string) => text as GroupId;
export const ruleId = (text: string) => text as RuleId;
export const connectionId = (text: string) => text as ConnectionId;
export const reportId = (text: string) => text as ReportId;
export const folderId = (text: string) => text as FolderId;
export const workspaceId = (text: string) => text as WorkspaceId;
export const localGroupId = (text: string) => text as LocalGroupId;
export const linkId = (text: string) => text as LinkId;

export const PROJECTS = sheetId("4583173393803140");
/** One above 2^53, where numbers would turn it into its neighbour. */
export const BUDGET = sheetId("9007199254740993");

export const TASK = columnId("7960873114331012");
export const OWNER = columnId("642523719853956");
export const STATUS = columnId("5146123347224452");
export const COST = columnId("9007199254740995");
export const DUE = columnId("2894323533539204");
/** A column no sample sheet has. */
export const LOST = columnId("1111111111111111");

export const SALES = groupId("3284652341667716");
export const MAIN = connectionId("con_main");
export const SECOND = connectionId("con_second");
export const OLIVIA = "olivia.owner@acme.com";
export const OSCAR = "oscar.owner@acme.com";

export const vera: Person = {
  userId: userId("48569348493401200"),
  email: "Vera.Viewer@acme.com",
  name: "Vera Viewer",
  enabled: true,
  groups: [SALES],
};

export const facts: Facts = {
  now: "2026-05-04T12:00:00Z",
  today: "2026-05-04",
  own: "no",
  switches: { appPaused: false, delegationPaused: false },
};

export function request(over: Partial<AccessRequest> = {}): AccessRequest {
  return { person: vera, sheetId: PROJECTS, action: "read", ...over };
}

type Permit = Extract<Rule, { effect: "permit" }>;
type Forbid = Extract<Rule, { effect: "forbid" }>;

export function permit(id: string, over: Partial<Permit> = {}): Permit {
  return {
    id: ruleId(id),
    version: 1,
    effect: "permit",
    principal: { type: "everyone" },
    resource: { type: "sheet", id: PROJECTS },
    actions: ["read"],
    columns: { mode: "all" },
    rows: null,
    startsAt: null,
    endsAt: "2026-12-31T23:59:59+01:00",
    delegation: { connectionId: MAIN, assume: OLIVIA },
    ...over,
  };
}

export function forbid(id: string, over: Partial<Forbid> = {}): Forbid {
  return {
    id: ruleId(id),
    version: 1,
    effect: "forbid",
    principal: { type: "everyone" },
    resource: { type: "sheet", id: PROJECTS },
    actions: ["read"],
    columns: { mode: "all" },
    rows: null,
    startsAt: null,
    endsAt: null,
    ...over,
  };
}

export function unreadable(id: string, over: Partial<UnreadableRule> = {}): UnreadableRule {
  return { id: ruleId(id), effect: "forbid", sheetId: PROJECTS, unreadable: "columns", ...over };
}

export function all(...conditions: ConditionGroup["conditions"]): ConditionGroup {
  return { match: "all", conditions };
}

export function columns(): SourceColumn[] {
  return [
    { id: TASK, index: 0, title: "Task", type: "TEXT_NUMBER", primary: true, width: 300 },
    { id: OWNER, index: 1, title: "Owner", type: "CONTACT_LIST" },
    { id: STATUS, index: 2, title: "Status", type: "PICKLIST", options: ["Open", "Done", "Secret"] },
    { id: COST, index: 3, title: "Cost", type: "TEXT_NUMBER", format: ",,,,,,,,,,,13,,,,," },
    { id: DUE, index: 4, title: "Due", type: "DATE" },
  ];
}

export function row(
  id: string,
  rowNumber: number,
  parentId: string | null,
  cells: Record<string, SourceCell>,
): SourceRow {
  return { id: rowId(id), rowNumber, parentId: parentId === null ? null : rowId(parentId), cells };
}

function contact(email: string, name: string): SourceCell {
  return { value: email, displayValue: name, objectValue: { type: "CONTACT", email, name } };
}

/** Plan > Build > Paint, then Ship: three owners, a blank cost and a blank row. */
export function sheet(over: Partial<SourceSheet> = {}): SourceSheet {
  const mine = contact("vera.viewer@acme.com", "Vera Viewer");
  return {
    id: PROJECTS,
    name: "Projects",
    version: 42,
    fetchedAt: "2026-05-04T11:59:00Z",
    columns: columns(),
    rows: [
      row("7670198317672324", 1, null, {
        [TASK]: { value: "Plan" },
        [STATUS]: { value: "Done" },
        [COST]: { value: 10 },
      }),
      row("571820697905028", 2, "7670198317672324", {
        [TASK]: { value: "Build" },
        [OWNER]: contact("sam.secret@acme.com", "Sam Secret"),
        [STATUS]: { value: "Secret" },
        [COST]: { value: 2500 },
      }),
      row("5075420325275524", 3, "571820697905028", {
        [TASK]: { value: "Paint" },
        [OWNER]: mine,
        [STATUS]: { value: "Open" },
        [DUE]: { value: "2026-05-04", objectValue: { type: "DATE", value: "2026-05-04" } },
      }),
      row("2823620511590276", 4, null, {}),
      row("9007199254740997", 5, null, { [TASK]: { value: "Ship" }, [OWNER]: mine, [COST]: { value: 99 } }),
    ],
    ...over,
  };
}

export function ownSource(of: SourceSheet = sheet()): Source {
  return { connectionId: null, assume: null, sheet: of, allColumnIds: null };
}

export function adminSource(of: SourceSheet = sheet(), over: Partial<Source> = {}): Source {
  return { connectionId: MAIN, assume: OLIVIA, sheet: of, allColumnIds: null, ...over };
}

/** The sheet as an answer holds it when only some columns were asked for. */
export function onlyColumns(of: SourceSheet, ids: readonly ColumnId[]): SourceSheet {
  const kept = of.columns.filter((column) => ids.includes(column.id));
  const rows = of.rows.map((one) => ({
    ...one,
    cells: Object.fromEntries(Object.entries(one.cells).filter(([id]) => ids.includes(columnId(id)))),
  }));
  return { ...of, columns: kept, rows };
}
