import type { Actor } from "@/lib/audit/event";
import type { Asking } from "@/lib/broker/schema";
import type { AdminRead } from "./admin-read";

/** Whose turn a use of the admin token takes up, and from which share (SECURITY-GOALS §6). */
export function askingOf(read: AdminRead, actor: Actor): Pick<Asking, "person" | "kind"> {
  return { person: "id" in actor ? actor.id : actor.kind, kind: kindOf(read, actor) };
}

function kindOf(read: AdminRead, actor: Actor): Asking["kind"] {
  const isSystem = actor.kind === "system";
  switch (read.purpose) {
    case "read":
      return isSystem || read.look === "page" ? "poll" : "read";
    case "check":
      return "health";
    case "scan":
      if (read.isForReader) return "read";
      return isSystem ? "health" : "admin";
    case "path":
      // A sheet's own path is asked for when somebody opens it; those of other things when a rule is written.
      if (read.asset === "sheet") return "read";
      return isSystem ? "health" : "admin";
    case "preview":
    case "pick_people":
    case "pick_sheets":
    case "pick_columns":
    case "pick_places":
    case "groups":
      return isSystem ? "health" : "admin";
    default:
      return read satisfies never;
  }
}
