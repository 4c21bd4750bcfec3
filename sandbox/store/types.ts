import type {
  AccessLevel,
  AutomationRuleSeed,
  ColumnSeed,
  ColumnType,
  ConditionalFormatSeed,
  PublishSeed,
  ReportSeed,
  SightSeed,
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
  active: boolean;
  alternateEmails: string[];
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
}

/** Where an asset lies; null is its owner's Sheets folder. */
export type Container = Workspace | Folder;

export interface Report extends Asset {
  kind: "report";
  container: Container | null;
  seed: ReportSeed;
}

export interface Sight extends Asset {
  kind: "sight";
  container: Container | null;
  seed: SightSeed;
  publish: { enabled: boolean; accessibleBy: "ALL" | "ORG" };
}

export interface Column extends ColumnSeed {
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
  image?: { id: string; name: string; altText?: string; width: number; height: number };
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
  startColumnId: Id;
  endColumnId: Id;
  startRowId?: Id;
  endRowId?: Id;
}

export type Publish = Required<PublishSeed>;

export interface AutomationRule extends Omit<AutomationRuleSeed, "by" | "at"> {
  id: Id;
  createdBy: Person;
  createdAt: number;
  modifiedBy: Person;
  modifiedAt: number;
}
