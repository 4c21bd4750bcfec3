import type {
  AccessLevel,
  AutomationRuleSeed,
  ColumnSeed,
  ColumnType,
  ConditionalFormatSeed,
  PublishSeed,
  WidgetSeed,
} from "../scenarios/types";

/** A number where it is safe, a bigint above 2^53: the JSON writer sends both as exact integers. */
export type Id = number | bigint;

export interface Contact {
  email?: string;
  name?: string;
}

export interface Person {
  id: Id;
  email: string;
  firstName: string;
  lastName: string;
  name: string;
  planKey: string;
  title: string;
  department: string;
  admin: boolean;
  /** May make and change groups. */
  groupAdmin: boolean;
  /** May own sheets. */
  licensed: boolean;
  resourceViewer: boolean;
  seatType: string;
  seatTypeLastChangedAt: number;
  active: boolean;
  /** Asked to join the plan, has not answered: listed as PENDING, and not active. */
  invited: boolean;
  deactivatedAt?: number;
  alternateEmails: string[];
  /** Those of the alternate addresses whose owner has not confirmed them. */
  unconfirmedEmails: Set<string>;
  /** Opaque text: what this person is called in other people's contacts. */
  contactId: string;
  /** Width and height in pixels. */
  profileImage?: {
    imageId: string;
    width: number;
    height: number;
    file?: { mimeType: string; content: Buffer };
  };
  /** The hand-made ("raw") API token. */
  rawToken: string;
  lastLogin: number;
}

export interface Plan {
  id: Id;
  key: string;
  name: string;
}

export interface Group {
  id: Id;
  name: string;
  description: string;
  owner: Person;
  members: Person[];
  createdAt: number;
  modifiedAt: number;
}

export interface Share {
  /** Opaque text. */
  id: string;
  accessLevel: AccessLevel;
  person?: Person;
  group?: Group;
  createdAt: number;
  modifiedAt: number;
}

/** What workspaces, sheets, reports and dashboards have in common. */
export interface Asset {
  id: Id;
  key: string;
  name: string;
  owner: Person;
  shares: Share[];
  createdAt: number;
  modifiedAt: number;
}

export interface Workspace extends Asset {
  kind: "workspace";
  /** The workspace this one was copied from. */
  sourceId?: Id;
}

export interface Folder {
  kind: "folder";
  id: Id;
  key: string;
  name: string;
  /** Null: in its owner's Sheets folder. */
  parent: Container | null;
  owner: Person;
  createdAt: number;
  modifiedAt: number;
  /** The folder this one was copied from. */
  sourceId?: Id;
}

/** Where an asset lies; null is its owner's Sheets folder. */
export type Container = Workspace | Folder;

export interface Report extends Asset {
  kind: "report";
  container: Container | null;
  definition: ReportDefinition;
  publish: ReportPublish;
  /** The report this one was copied from. */
  sourceId?: Id;
}

/** What a report shows: rows of its sheets that fit, in columns found by title. */
export interface ReportDefinition {
  isSummaryReport: boolean;
  /** Source sheets in order, then workspaces whose sheets are all sources. */
  sheetIds: Id[];
  workspaceIds: Id[];
  columns: ReportColumn[];
  filter: ReportFilter | null;
  sort: { column: ReportColumnRef; descending: boolean }[];
  /** As on the wire. Kept for whoever reads the definition: the sandbox neither groups rows nor sums them up. */
  grouping: unknown[];
  summarizing: unknown[];
}

/** Which column of each source sheet is meant. */
export interface ReportColumnRef {
  /** What the report calls it. */
  title: string;
  /** What source sheets call it. */
  titles: string[];
  /** Null: whatever type the column with this title has. */
  type: ColumnType | null;
  /** The primary column, by whatever title. */
  primary: boolean;
  /** The name of the row's sheet, which no sheet has a column for. */
  sheetName: boolean;
  systemColumnType?: NonNullable<ColumnSeed["systemColumnType"]>;
}

export interface ReportColumn extends ReportColumnRef {
  /** The id of the column in this report; the sources have ids of their own. */
  virtualId: Id;
  hidden: boolean;
  width: number;
}

export interface ReportFilter {
  operator: "AND" | "OR";
  criteria: { column: ReportColumnRef; operator: string; values: unknown[] }[];
  nested: ReportFilter[];
}

export interface ReportPublish {
  enabled: boolean;
  accessibleBy: "ALL" | "ORG" | "SHARED";
  defaultView: "CALENDAR" | "CARD" | "GRID";
  showToolbar: boolean;
}

export interface Sight extends Asset {
  kind: "sight";
  container: Container | null;
  columnCount: number;
  backgroundColor: string;
  widgets: Widget[];
  publish: { enabled: boolean; accessibleBy: "ALL" | "ORG" | "SHARED" };
  /** The dashboard this one was copied from. */
  sourceId?: Id;
}

/** `contents` is as on the wire, without what is looked up in the sheets at each reading. */
export interface Widget extends Omit<WidgetSeed, "contents"> {
  id: Id;
  contents: Record<string, unknown>;
}

export interface Column extends Omit<ColumnSeed, "id" | "format"> {
  id: Id;
  /** A descriptor. */
  format?: string;
}

export interface CellLink {
  sheetId: Id;
  rowId: Id;
  columnId: Id;
}

export interface Cell {
  value?: string | number | boolean;
  /** Options of a MULTI_PICKLIST cell. */
  picks?: string[];
  /** One in CONTACT_LIST, any number in MULTI_CONTACT_LIST. */
  contacts?: Contact[];
  format?: string;
  formula?: string;
  link?: { url?: string; sheetId?: Id; reportId?: Id; sightId?: Id };
  /** `id` is opaque text, as on the wire; width and height in pixels. */
  image?: {
    id: string;
    name: string;
    altText?: string;
    width: number;
    height: number;
    /** An uploaded one; those of a scenario are drawn when asked for. */
    file?: { mimeType: string; content: Buffer };
  };
  linkIn?: CellLink;
}

export interface Row {
  id: Id;
  parentId?: Id;
  cells: Map<Id, Cell>;
  format?: string;
  locked?: boolean;
  /** False: folded. */
  expanded?: boolean;
  createdAt: number;
  modifiedAt: number;
  createdBy: Person;
  modifiedBy: Person;
}

/** One former state of a cell. */
export interface HistoryEntry {
  cell: Cell;
  at: number;
  by: Person;
}

export interface Attachment {
  id: Id;
  name: string;
  parent: { type: "SHEET" } | { type: "ROW"; rowId: Id } | { type: "COMMENT"; commentId: Id };
  /** FILE, LINK, GOOGLE_DRIVE… */
  attachmentType: string;
  attachmentSubType?: string;
  mimeType?: string;
  description?: string;
  /** Of a link. */
  url?: string;
  /** Of a file. */
  content?: Buffer;
  createdAt: number;
  createdBy: Person;
  /** Older versions of the same file, newest first. */
  versions: Attachment[];
}

export interface Comment {
  id: Id;
  text: string;
  createdAt: number;
  modifiedAt: number;
  createdBy: Person;
}

export interface Discussion {
  id: Id;
  parent: { type: "SHEET" } | { type: "ROW"; rowId: Id };
  comments: Comment[];
  createdBy: Person;
}

export interface SummaryField {
  id: Id;
  title: string;
  type: ColumnType;
  cell: Cell;
  symbol?: string;
  options?: string[];
  contactOptions?: Contact[];
  validation?: boolean;
  locked: boolean;
  createdAt: number;
  modifiedAt: number;
  createdBy: Person;
  modifiedBy: Person;
}

export interface Criterion {
  columnId: Id;
  operator: string;
  values: unknown[];
}

export interface Filter {
  id: Id;
  name: string;
  shared: boolean;
  /** Whose, of a personal one. */
  owner: Person;
  operator: "AND" | "OR";
  includeParent: boolean;
  criteria: Criterion[];
  version: number;
}

export interface ConditionalFormat {
  when: Criterion;
  format: string;
  /** Null: the whole row. */
  columnIds: ReadonlySet<Id> | null;
  seed: ConditionalFormatSeed;
}

export interface CrossSheetReference {
  id: Id;
  name: string;
  sourceSheetId: Id;
  /** Both or neither, as with the rows: a reference without columns takes whole rows. */
  startColumnId?: Id;
  endColumnId?: Id;
  startRowId?: Id;
  endRowId?: Id;
}

export interface Publish extends Required<PublishSeed> {
  /** Who may open a view and how it starts, where a call said so: members of `SheetPublish` as on the wire. */
  views?: Record<string, unknown>;
}

export interface AutomationRule extends Omit<AutomationRuleSeed, "id" | "by" | "at"> {
  id: Id;
  /** What a call said of the action beyond the scenario: members of `AutomationAction` as on the wire. */
  detail?: Record<string, unknown>;
  createdBy: Person;
  createdAt: number;
  modifiedBy: Person;
  modifiedAt: number;
}
