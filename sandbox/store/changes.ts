import type { Sheet } from "./sheet";
import type { Id, Person } from "./types";

/** As in a webhook's callback: cells are named by row and column, everything else by its id. */
export interface ChangeEvent {
  objectType: "sheet" | "column" | "row" | "cell" | "attachment" | "discussion" | "comment";
  eventType: "created" | "updated" | "deleted";
  id?: Id;
  rowId?: Id;
  columnId?: Id;
  /** Of a comment; for the event log only. */
  discussionId?: Id;
}

/** Something somebody did to one sheet. */
export interface Change {
  sheet: Sheet;
  by: Person;
  at: number;
  /** The caller's `Smartsheet-Change-Agent`. */
  agent?: string;
  /** The token the change came with, whose person is not `by` under Assume-User; absent: made in the browser. */
  token?: { person: Person; kind: "oauth" | "raw" };
  events: ChangeEvent[];
}

type Listener = (change: Change) => void;

/** The one way in for every change: raises the version, then tells the event log and the webhooks. */
export class Changes {
  #listeners: Listener[] = [];

  listen(listener: Listener): void {
    this.#listeners.push(listener);
  }

  /** `keepVersion`: changes that may not be visible in the version counter (columns, shares; see the switches). */
  commit(change: Change, keepVersion = false): void {
    if (keepVersion) change.sheet.modifiedAt = change.at;
    else change.sheet.touch(change.at);
    for (const listener of this.#listeners) listener(change);
  }
}
