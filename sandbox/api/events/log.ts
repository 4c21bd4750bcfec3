import type { Id, Person } from "../../store/types";

/** One entry of the event log. */
export interface LoggedEvent {
  /** 1, 2, 3…: where it stands in the stream. */
  position: number;
  at: number;
  objectType: string;
  action: string;
  objectId: Id;
  /** As whom: the assumed person under Assume-User. That somebody assumed them shows in `requestedBy` alone. */
  by: Person;
  /** Whose token or browser it came from. */
  requestedBy: Person;
  source: string;
  details: Record<string, unknown>;
  /** The plan whose System Admins read it. */
  planKey: string;
  sheetId?: Id;
  workspaceId?: Id;
}

const KEPT = 50_000;

/** What happened, oldest first. Old entries make room; a stream that stands before them goes on with the oldest left. */
export class EventLog {
  #events: LoggedEvent[] = [];
  #last = 0;

  add(event: Omit<LoggedEvent, "position">): void {
    this.#last += 1;
    this.#events.push({ ...event, position: this.#last });
    if (this.#events.length > KEPT) this.#events.splice(0, this.#events.length - KEPT);
  }

  after(position: number): LoggedEvent[] {
    const first = this.#events[0]?.position ?? this.#last + 1;
    return this.#events.slice(Math.max(0, position + 1 - first));
  }

  /** The position just before the first event from this moment on. */
  before(at: number): number {
    const found = this.#events.find((event) => event.at >= at);
    return found ? found.position - 1 : this.#last;
  }

  /** Of the newest event; 0 while there is none. */
  get last(): number {
    return this.#last;
  }

  /** Positions go on, so a stream held from before the clearing sees what comes after it. */
  clear(): void {
    this.#events = [];
  }
}
