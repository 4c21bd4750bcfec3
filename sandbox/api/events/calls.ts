import type { Reply } from "../../http/reply";
import type { Call } from "../call";
import { recordEvent } from "./record";
import { onNewMembers, onParam, onResult, onShare, param, type Teller, type Told } from "./tellers";

const loadSheet = onParam("SHEET", "LOAD", "sheetId");
const exportSheet = onParam("SHEET", "EXPORT", "sheetId", (call) => ({ formatType: exportFormat(call) }));
const updateUser = onParam("USER", "UPDATE_USER", "userId");

/**
 * By method and path as the API description spells it. Changes of what is in a sheet are not here: they get into the log
 * by `recordChange`.
 */
const TELLERS: Record<string, Teller> = {
  "GET /sheets/{sheetId}": (call, reply) => (exportFormat(call) ? exportSheet : loadSheet)(call, reply),
  "GET /reports/{reportId}": onParam("REPORT", "LOAD", "reportId"),
  "GET /sights/{sightId}": onParam("DASHBOARD", "LOAD", "sightId"),
  "GET /sheets/{sheetId}/attachments/{attachmentId}": onParam(
    "ATTACHMENT",
    "LOAD",
    "attachmentId",
    (call) => ({
      sheetId: param(call, "sheetId"),
    }),
  ),
  "GET /users/sheets": ({ sandbox, person }) => {
    const plan = sandbox.store.plan(person.planKey);
    return plan ? [{ objectType: "ACCOUNT", action: "LIST_SHEETS", objectId: plan.id }] : [];
  },
  "DELETE /token": revokedToken,
  "POST /users": onResult("USER", "SEND_INVITE"),
  "PUT /users/{userId}": updateUser,
  "POST /users/{userId}/deactivate": updateUser,
  "POST /users/{userId}/reactivate": updateUser,
  "DELETE /users/{userId}": onParam("USER", "REMOVE_FROM_ACCOUNT", "userId"),
  "POST /groups": onResult("GROUP", "CREATE"),
  "PUT /groups/{groupId}": onParam("GROUP", "UPDATE", "groupId"),
  "DELETE /groups/{groupId}": onParam("GROUP", "DELETE", "groupId"),
  "POST /groups/{groupId}/members": onNewMembers,
  "DELETE /groups/{groupId}/members/{userId}": onParam("GROUP", "REMOVE_MEMBER", "groupId", (call) => ({
    memberUserId: param(call, "userId"),
  })),
  "POST /workspaces": onResult("WORKSPACE", "CREATE"),
  "DELETE /workspaces/{workspaceId}": onParam("WORKSPACE", "DELETE", "workspaceId"),
  "POST /home/folders": onResult("FOLDER", "CREATE"),
  "POST /folders/{folderId}/folders": onResult("FOLDER", "CREATE"),
  "POST /workspaces/{workspaceId}/folders": onResult("FOLDER", "CREATE"),
  "DELETE /folders/{folderId}": onParam("FOLDER", "DELETE", "folderId"),
  "POST /shares": onShare("ADD_SHARE"),
  "PATCH /shares/{shareId}": onShare("ADD_SHARE"),
  "DELETE /shares/{shareId}": onShare("REMOVE_SHARE"),
};

/** To be told of every answered call below `/2.0`; `path` as the route spells it. */
export function recordCall(call: Call, path: string, reply: Reply): void {
  if (reply.status !== 200) return;
  for (const told of TELLERS[`${call.request.method} ${path}`]?.(call, reply) ?? []) {
    const { store } = call.sandbox;
    const sheetId = told.objectType === "SHEET" ? told.objectId : param(call, "sheetId");
    const planKey = planOf(call, told);
    recordEvent(call.sandbox, {
      ...told,
      by: call.person,
      token: { person: call.caller.person, kind: call.caller.kind },
      sheet: sheetId === undefined ? undefined : store.sheet(sheetId),
      workspaceId: told.objectType === "WORKSPACE" ? told.objectId : undefined,
      ...(planKey === undefined ? {} : { planKey }),
    });
  }
}

/** The plan of the owner, for things that are no sheets. */
function planOf({ sandbox: { store } }: Call, { objectType, objectId }: Told): string | undefined {
  const assets =
    { REPORT: store.reports, DASHBOARD: store.sights, WORKSPACE: store.workspaces }[objectType] ?? [];
  return assets.find(({ id }) => id === objectId)?.owner.planKey;
}

/** A token has no id of its own on the wire; the log tells it by its first letters. */
function revokedToken({ sandbox, caller }: Call): Told[] {
  return [
    {
      objectType: "ACCESS_TOKEN",
      action: "REVOKE",
      objectId: sandbox.store.ids.for(`token/${caller.token}`),
      details: { tokenUserId: caller.person.id, tokenDisplayValue: `${caller.token.slice(0, 4)}...` },
    },
  ];
}

function exportFormat({ request }: Call): "pdf" | "excel" | null {
  const accept = request.headers.accept ?? "";
  if (accept.includes("application/pdf")) return "pdf";
  return /text\/csv|ms-excel/.test(accept) ? "excel" : null;
}
