import type { Call } from "../api/call";
import type { AccessLevel } from "../scenarios/types";
import type { Column, Id } from "../store/types";

/** How much of a sheet to send, and to whom; see the parameters of `GET /sheets/{id}`. */
export interface View {
  call: Call;
  include: ReadonlySet<string>;
  exclude: ReadonlySet<string>;
  /** 0 to 2: which of the two MULTI_ types the caller knows. */
  level: number;
  columns: Column[];
  /** What the caller may do with the sheet. */
  access: AccessLevel;
  /** Rows a filter hides; absent: no filter was asked for. */
  filteredOut?: ReadonlySet<Id>;
}

export function wantsNumericDates({ call }: Pick<View, "call">): boolean {
  return call.query.get("numericDates") === "true";
}
