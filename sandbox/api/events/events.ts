import { type Body, badAttribute, idIn, missingAttribute, readObject } from "../../http/attributes";
import { badValue, notAuthorized } from "../../http/errors";
import { json } from "../../http/reply";
import { parseId } from "../../store/ids";
import { stamp } from "../../store/stamp";
import type { Id } from "../../store/types";
import type { Call, Handler } from "../call";
import type { LoggedEvent } from "./log";
import { readWindow, take } from "./window";

/** What happened in the plan, for its System Admins. */
export const listEvents: Handler = (call) => {
  if (!call.person.admin) throw notAuthorized();
  const read = (name: string) => call.query.get(name) || null;
  requireOwnPlan(call, read("managedPlanId"));
  const { sandbox, person } = call;
  const window = readWindow(read, sandbox.events, sandbox.clock());
  const { events, ...stream } = take(sandbox.events, window, ({ planKey }) => planKey === person.planKey);
  return json({ ...stream, data: events.map(renderer(call, read("numericDates") === "true")) });
};

/** The same for everybody, about sheets and workspaces shared with them; the others asked for are told apart. */
export const listFilteredEvents: Handler = async (call) => {
  const body = await readObject(call.request);
  const { sandbox, person } = call;
  const { store } = sandbox;
  const read = (name: string) => textOrNumber(body, name);
  requireOwnPlan(call, read("managedPlanId"));
  const wanted = { sheets: idList(body, "sheetIds"), workspaces: idList(body, "workspaceIds") };
  if (wanted.sheets.length + wanted.workspaces.length === 0) throw missingAttribute("sheetIds");
  const sheets = split(wanted.sheets, (id) => {
    const sheet = store.sheet(id);
    return sheet !== undefined && store.accessLevel(person, sheet) !== null;
  });
  const workspaces = split(wanted.workspaces, (id) => {
    const workspace = store.workspaces.find((candidate) => candidate.id === id);
    return workspace !== undefined && store.accessLevel(person, workspace) !== null;
  });
  const fits = ({ sheetId, workspaceId }: LoggedEvent) =>
    (sheetId !== undefined && sheets.mine.has(sheetId)) ||
    (workspaceId !== undefined && workspaces.mine.has(workspaceId));
  const window = readWindow(read, sandbox.events, sandbox.clock());
  const { events, ...stream } = take(sandbox.events, window, fits);
  return json({
    ...stream,
    data: events.map(renderer(call, body.numericDates === true)),
    unavailableSheetIds: sheets.others,
    unavailableWorkspaceIds: workspaces.others,
  });
};

function renderer({ sandbox }: Call, numericDates: boolean) {
  return ({ position, at, objectType, action, objectId, by, requestedBy, source, details }: LoggedEvent) => ({
    eventId: sandbox.store.ids.text(`event/${position}`),
    objectType,
    action,
    objectId: String(objectId),
    eventTimestamp: numericDates ? at : stamp(at),
    userId: by.id,
    requestUserId: requestedBy.id,
    source,
    additionalDetails: details,
  });
}

function requireOwnPlan({ sandbox, person }: Call, managedPlanId: string | null): void {
  if (managedPlanId === null) return;
  const id = parseId(managedPlanId);
  if (id === null) throw badValue(managedPlanId, "managedPlanId");
  if (sandbox.store.plan(person.planKey)?.id !== id) throw notAuthorized();
}

function textOrNumber(body: Body, name: string): string | null {
  const value = body[name] ?? null;
  if (value === null || typeof value === "string") return value;
  if (typeof value !== "number" && typeof value !== "bigint") throw badAttribute(value, name);
  return String(value);
}

/** Texts by the description, but numbers are understood too. */
function idList(body: Body, name: string): Id[] {
  const list = body[name] ?? [];
  if (!Array.isArray(list)) throw badAttribute(list, name);
  return list.map((item) => {
    const id = idIn({ [name]: item }, name);
    if (id === undefined) throw badAttribute(item, name);
    return id;
  });
}

function split(ids: Id[], isMine: (id: Id) => boolean): { mine: Set<Id>; others: string[] } {
  const mine = new Set(ids.filter(isMine));
  return { mine, others: ids.filter((id) => !mine.has(id)).map(String) };
}
