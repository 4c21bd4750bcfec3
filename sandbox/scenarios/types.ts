/**
 * A scenario is plain data: who exists, what they own and share. The store turns it into live state, so a
 * reset is "build again from the same data" and ids stay equal between starts.
 */
export interface Scenario {
  plans: PlanSeed[];
  people: PersonSeed[];
  groups: GroupSeed[];
  sheets: SheetSeed[];
}

export interface PlanSeed {
  key: string;
  name: string;
}

export interface PersonSeed {
  email: string;
  firstName: string;
  lastName: string;
  plan: string;
  title: string;
  department: string;
  /** System Admin of the plan. */
  admin?: boolean;
  /** Deactivated people stay listed, but can neither sign in nor be assumed. */
  active?: boolean;
}

export interface GroupSeed {
  name: string;
  description: string;
  owner: string;
  members: string[];
}

export type AccessLevel = "OWNER" | "ADMIN" | "EDITOR_SHARE" | "EDITOR" | "COMMENTER" | "VIEWER";

export interface ShareSeed {
  email?: string;
  group?: string;
  accessLevel: AccessLevel;
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

export interface ColumnSeed {
  title: string;
  type: ColumnType;
  width?: number;
  options?: string[];
  symbol?: string;
  format?: string;
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

export interface CellDetail {
  value?: Primitive | string[];
  format?: string;
  formula?: string;
  link?: { url?: string; sheetId?: string };
}

export interface RowSeed {
  /** 0 at the top; a row belongs to the nearest row above with a smaller depth. */
  depth?: number;
  format?: string;
  locked?: boolean;
  /** In column order. */
  cells: CellSeed[];
}

export interface SheetSeed {
  key: string;
  name: string;
  /** Only where the id itself is the point; otherwise it is derived from the key. */
  id?: string;
  owner: string;
  shares: ShareSeed[];
  createdAt: string;
  modifiedAt: string;
  version: number;
  /** Switches the Gantt and dependency flags on. */
  dependencies?: boolean;
  columns: ColumnSeed[];
  /** Called when someone first looks into the sheet: the big ones cost a moment. */
  rows: () => RowSeed[];
}
