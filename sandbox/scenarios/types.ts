import type { Looks } from "./format";

/**
 * A scenario is plain data (on disk a folder of JSON files, see README.md): who exists, what they own and share. The
 * store turns it into live state, so a reset is "build again from the same data" and ids stay equal between starts: each
 * derives from a key or a title. Times are ISO 8601 UTC, people are named by address, groups by name, everything else by
 * key.
 */
export interface Scenario {
  plans: PlanSeed[];
  people: PersonSeed[];
  groups: GroupSeed[];
  workspaces?: WorkspaceSeed[];
  /** Folders that lie in somebody's Sheets folder. */
  folders?: HomeFolderSeed[];
  sheets: SheetSeed[];
  reports?: ReportSeed[];
  sights?: SightSeed[];
}

export interface PlanSeed {
  key: string;
  name: string;
}

/** An id is given only where the id itself is the point; otherwise it is derived from the key, name or address. */
interface WithId {
  id?: string;
}

export interface PersonSeed extends WithId {
  email: string;
  firstName: string;
  lastName: string;
  plan: string;
  title: string;
  department: string;
  /** System Admin of the plan. */
  admin?: boolean;
  /** Default: System Admins are. */
  groupAdmin?: boolean;
  /** May own sheets. Default: yes. */
  licensed?: boolean;
  resourceViewer?: boolean;
  /** MEMBER by default. */
  seatType?: "MEMBER" | "PROVISIONAL_MEMBER" | "GUEST" | "VIEWER";
  /** Opaque text, what they are called in other people's contacts. */
  contactId?: string;
  /** Deactivated people stay listed, but can neither sign in nor be assumed. */
  active?: boolean;
  alternateEmails?: string[];
}

export interface GroupSeed extends WithId {
  name: string;
  description: string;
  owner: string;
  members: string[];
}

export type AccessLevel = "OWNER" | "ADMIN" | "EDITOR_SHARE" | "EDITOR" | "COMMENTER" | "VIEWER";

/** The id of a share is opaque text. */
export interface ShareSeed extends WithId {
  email?: string;
  group?: string;
  accessLevel: AccessLevel;
}

export interface WorkspaceSeed extends WithId {
  key: string;
  name: string;
  owner: string;
  /** Reach everything inside. */
  shares: ShareSeed[];
  folders?: FolderSeed[];
  createdAt: string;
  modifiedAt: string;
}

export interface FolderSeed extends WithId {
  /** Unique in the scenario: what lies inside names it as its `folder`. */
  key: string;
  name: string;
  folders?: FolderSeed[];
}

export interface HomeFolderSeed extends FolderSeed {
  owner: string;
  createdAt: string;
  modifiedAt: string;
}

export type ColumnType =
  | "TEXT_NUMBER"
  | "DATE"
  | "DATETIME"
  | "ABSTRACT_DATETIME"
  | "CHECKBOX"
  | "PICKLIST"
  | "MULTI_PICKLIST"
  | "CONTACT_LIST"
  | "MULTI_CONTACT_LIST"
  | "DURATION"
  | "PREDECESSOR";

export interface ColumnSeed extends WithId {
  title: string;
  type: ColumnType;
  /** Of the primary column; without one in a sheet it is the first. */
  primary?: boolean;
  width?: number;
  options?: string[];
  contactOptions?: { name?: string; email?: string }[];
  symbol?: string;
  format?: FormatSeed;
  description?: string;
  hidden?: boolean;
  locked?: boolean;
  validation?: boolean;
  tags?: string[];
  formula?: string;
  systemColumnType?: "AUTO_NUMBER" | "CREATED_DATE" | "MODIFIED_DATE" | "CREATED_BY" | "MODIFIED_BY";
  autoNumberFormat?: { prefix?: string; fill?: string; startingNumber?: number; suffix?: string };
}

export type Primitive = string | number | boolean;

/**
 * One cell. A bare value is the wire value; in contact columns a known address brings its name along; a list of texts
 * is for the two MULTI_ types (addresses or options). Null is a cell nobody ever touched.
 */
export type CellSeed = null | Primitive | string[] | CellDetail;

/** A descriptor as on the wire, or the same by name. */
export type FormatSeed = string | Looks;

export interface CellDetail {
  value?: Primitive | string[];
  format?: FormatSeed;
  formula?: string;
  /** Ids may be keys: of a sheet, a report, a dashboard. */
  link?: { url?: string; sheetId?: string; reportId?: string; sightId?: string };
  /** A picture in the cell, drawn by the sandbox itself. Pixels. */
  image?: { name: string; altText?: string; width: number; height: number };
  /** The value comes from another sheet's cell: the key of the sheet, 1-based row number, column title. */
  linkIn?: { sheet: string; row: number; column: string };
}

export interface RowSeed extends WithId {
  /** 0 at the top; a row belongs to the nearest row above with a smaller depth. */
  depth?: number;
  format?: FormatSeed;
  locked?: boolean;
  /** False: folded. */
  expanded?: boolean;
  /** In column order. */
  cells: CellSeed[];
}

/** Rows too many to write down: made by a named generator (`scenarios/generators`) from a seed. */
export interface GeneratedRows {
  from: string;
  count: number;
  seed?: number;
}

export interface SheetSeed {
  key: string;
  name: string;
  /** Only where the id itself is the point; otherwise it is derived from the key. */
  id?: string;
  owner: string;
  shares: ShareSeed[];
  /** Key of the workspace or folder it lies in; absent: in its owner's Sheets folder. */
  folder?: string;
  createdAt: string;
  modifiedAt: string;
  version: number;
  /** Switches the Gantt and dependency flags on. */
  dependencies?: boolean;
  columns: ColumnSeed[];
  rows: RowSeed[] | GeneratedRows;
  attachments?: AttachmentSeed[];
  discussions?: DiscussionSeed[];
  /** Former values of a cell, oldest first; the present value is the last entry and is not repeated here. */
  history?: HistorySeed[];
  summary?: SummarySeed[];
  filters?: FilterSeed[];
  /** Formats laid over cells while their condition holds; the first that fits wins. */
  conditionalFormats?: ConditionalFormatSeed[];
  crossSheetReferences?: CrossSheetReferenceSeed[];
  publish?: PublishSeed;
  automationRules?: AutomationRuleSeed[];
}

export interface AttachmentSeed {
  name: string;
  /** 1-based row number; absent: on the sheet itself. */
  row?: number;
  by: string;
  at: string;
  mimeType?: string;
  /** The file's text; binary files are given as base64. */
  text?: string;
  base64?: string;
  /** A link attachment (LINK, GOOGLE_DRIVE…) instead of a file. */
  url?: string;
  type?: string;
  description?: string;
}

export interface DiscussionSeed {
  row?: number;
  comments: { by: string; at: string; text: string; attachments?: AttachmentSeed[] }[];
}

export interface HistorySeed {
  row: number;
  column: string;
  was: { by: string; at: string; value: CellSeed }[];
}

export interface SummarySeed {
  title: string;
  type: ColumnType;
  value?: Primitive | string[];
  format?: FormatSeed;
  formula?: string;
  symbol?: string;
  options?: string[];
  locked?: boolean;
}

/** As on the wire, but with column titles for ids. Operators: `Criterion` in Smartsheet's API description. */
export interface CriterionSeed {
  column: string;
  operator: string;
  values?: unknown[];
}

export interface FilterSeed {
  name: string;
  shared: boolean;
  /** Whose personal filter; absent with a shared one. */
  owner?: string;
  operator: "AND" | "OR";
  includeParent?: boolean;
  criteria: CriterionSeed[];
}

export interface ConditionalFormatSeed {
  when: CriterionSeed;
  format: FormatSeed;
  /** Titles; absent: the whole row. */
  columns?: string[];
}

export interface CrossSheetReferenceSeed {
  name: string;
  sheet: string;
  startColumn: string;
  endColumn: string;
  startRow?: number;
  endRow?: number;
}

export interface PublishSeed {
  readOnlyLite?: boolean;
  readOnlyFull?: boolean;
  readWrite?: boolean;
  ical?: boolean;
  accessibleBy?: "ALL" | "ORG" | "SHARED";
}

export interface AutomationRuleSeed extends WithId {
  name: string;
  enabled: boolean;
  action: "NOTIFICATION_ACTION" | "UPDATE_REQUEST_ACTION" | "APPROVAL_REQUEST_ACTION";
  recipients: string[];
  by: string;
  at: string;
}

export interface ReportSeed extends WithId {
  key: string;
  name: string;
  owner: string;
  shares: ShareSeed[];
  folder?: string;
  createdAt: string;
  modifiedAt: string;
  /** Keys of the source sheets, in order. */
  sheets: string[];
  columns: ReportColumnSeed[];
  /** Rows that fit all of these; `column` is a title of a report column. A sheet without that column gives no rows. */
  criteria?: CriterionSeed[];
  sort?: { column: string; descending?: boolean };
}

export interface ReportColumnSeed {
  /** Looked up in every source sheet; a row whose sheet has no such column stays blank there. */
  title: string;
  /** What other source sheets call the same column. */
  also?: string[];
  /** True: the Sheet Name column, which no source sheet has. */
  sheetName?: boolean;
  width?: number;
}

/** A dashboard. Widgets stand on a grid of `columnCount` columns. */
export interface SightSeed extends WithId {
  key: string;
  name: string;
  owner: string;
  shares: ShareSeed[];
  folder?: string;
  createdAt: string;
  modifiedAt: string;
  columnCount: number;
  backgroundColor?: string;
  widgets: WidgetSeed[];
}

/**
 * `contents` is as on the wire, with keys for ids. A field that would end in `Id` loses that ending: `sheet`, `report`,
 * `sight`, `workspace` and `folder` hold keys; `column`, `sourceColumn1`, `sourceColumn2` and the list `includedColumns`
 * hold titles; `row`, `sourceRow1` and `sourceRow2` hold 1-based row numbers; `profileField` holds the title of a summary
 * field. Titles and numbers belong to the `sheet` of the same object, or else of the nearest one around it.
 */
export interface WidgetSeed {
  /** One of the eleven of Smartsheet's API description. */
  type: string;
  title?: string;
  x: number;
  y: number;
  width: number;
  height: number;
  contents: Record<string, unknown>;
}
