import type { Sandbox } from "../../sandbox";
import type { Change, ChangeEvent } from "../../store/changes";
import type { Sheet } from "../../store/sheet";
import { workspaceOf } from "../../store/tree";
import type { Id, Person } from "../../store/types";

/** Something for the event log. Object types, actions and details are those of the API description. */
export interface Happening {
  objectType: string;
  action: string;
  objectId: Id;
  by: Person;
  /** The token it came with; absent: it was done in the browser. */
  token?: Change["token"] | undefined;
  /** The sheet it happened in, whose owner's plan gets to read of it. */
  sheet?: Sheet | undefined;
  workspaceId?: Id | undefined;
  /** Default: the plan of the sheet's owner, else that of whoever did it. */
  planKey?: string;
  details?: Record<string, unknown>;
}

export function recordEvent(sandbox: Sandbox, happening: Happening, at = sandbox.clock()): void {
  const { objectType, action, objectId, by, token, sheet, details } = happening;
  const workspaceId = happening.workspaceId ?? workspaceOf(sheet?.container ?? null)?.id;
  sandbox.events.add({
    at,
    objectType,
    action,
    objectId,
    by,
    requestedBy: token?.person ?? by,
    source: sourceOf(token),
    details: { emailAddress: by.email, ...details },
    planKey: happening.planKey ?? sheet?.owner.planKey ?? by.planKey,
    ...(sheet ? { sheetId: sheet.id } : {}),
    ...(workspaceId === undefined ? {} : { workspaceId }),
  });
}

function sourceOf(token: Change["token"]): string {
  if (!token) return "WEB_APP";
  return token.kind === "oauth" ? "API_INTEGRATED_APP" : "API_UNDEFINED_APP";
}

/** A change of a sheet as the event log tells it: however many cells changed, it is one update of the sheet. */
export function recordChange(sandbox: Sandbox, { sheet, by, at, token, events }: Change): void {
  const told = new Set<string>();
  for (const event of events) {
    const kind = kindOf(event, events);
    const objectId = kind?.objectType === "SHEET" ? sheet.id : (event.discussionId ?? event.id);
    if (!kind || objectId === undefined) continue;
    const key = `${kind.objectType} ${kind.action} ${objectId}`;
    if (told.has(key)) continue;
    told.add(key);
    const details = detailsOf(kind.objectType, sheet, objectId, event);
    recordEvent(sandbox, { ...kind, objectId, by, token, sheet, details }, at);
  }
}

interface Kind {
  objectType: "SHEET" | "DISCUSSION" | "ATTACHMENT";
  action: string;
}

const ACTIONS = { created: "CREATE", updated: "UPDATE", deleted: "DELETE" };

function kindOf({ objectType, eventType }: ChangeEvent, all: ChangeEvent[]): Kind | null {
  switch (objectType) {
    case "attachment":
      return { objectType: "ATTACHMENT", action: ACTIONS[eventType] };
    case "discussion":
      return { objectType: "DISCUSSION", action: ACTIONS[eventType] };
    case "comment":
      // Part of a discussion that came or went as a whole, which is told already.
      if (all.some((other) => other.objectType === "discussion")) return null;
      return { objectType: "DISCUSSION", action: "UPDATE" };
    case "sheet":
      return { objectType: "SHEET", action: ACTIONS[eventType] };
    default:
      return { objectType: "SHEET", action: "UPDATE" };
  }
}

function detailsOf(
  objectType: Kind["objectType"],
  sheet: Sheet,
  id: Id,
  { eventType }: ChangeEvent,
): Record<string, unknown> {
  if (objectType === "SHEET") return eventType === "created" ? { sheetName: sheet.name } : {};
  if (objectType === "DISCUSSION") {
    const parent = sheet.discussions.find((discussion) => discussion.id === id)?.parent;
    return { sheetId: sheet.id, ...(parent?.type === "ROW" ? { sheetRowId: parent.rowId } : {}) };
  }
  const name = sheet.attachments.find((attachment) => attachment.id === id)?.name;
  return { sheetId: sheet.id, ...(eventType === "created" && name ? { attachmentName: name } : {}) };
}
