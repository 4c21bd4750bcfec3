import type { AccessLevel, ColumnSeed, Primitive } from "../scenarios/types";

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
}

export interface Share {
  accessLevel: AccessLevel;
  person?: Person;
  group?: Group;
}

export interface Column extends ColumnSeed {
  id: Id;
}

export interface Cell {
  value?: Primitive;
  /** Options of a MULTI_PICKLIST cell. */
  picks?: string[];
  /** One in CONTACT_LIST, any number in MULTI_CONTACT_LIST. */
  contacts?: Contact[];
  format?: string;
  formula?: string;
  link?: { url?: string; sheetId?: Id };
}

export interface Row {
  id: Id;
  parentId?: Id;
  cells: Map<Id, Cell>;
  format?: string;
  locked?: boolean;
  createdAt: number;
  modifiedAt: number;
  createdBy: Person;
  modifiedBy: Person;
}
