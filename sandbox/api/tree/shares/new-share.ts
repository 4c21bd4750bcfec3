import {
  allowOnly,
  type Body,
  badAttribute,
  idIn,
  missingAttribute,
  textIn,
  wordIn,
} from "../../../http/attributes";
import { ApiError, notAuthorized } from "../../../http/errors";
import type { AccessLevel } from "../../../scenarios/types";
import { atLeast } from "../../../store/store";
import type { Group, Person } from "../../../store/types";
import type { Call } from "../../call";
import { needEmail } from "../../users/user-attributes";
import type { SharedAsset } from "./asset";

const LEVELS = ["ADMIN", "COMMENTER", "EDITOR", "EDITOR_SHARE", "OWNER", "VIEWER"] as const;

/** What a request asks for. `who` finds the person, or adds them as a free collaborator once all of the request is good. */
interface NewShare {
  who: () => { person: Person } | { group: Group };
  accessLevel: AccessLevel;
}

/** Reads the shares of one request in turn, and remembers whom it named already. */
export function readNewShare(call: Call, shared: SharedAsset): (body: Body) => NewShare {
  const { store } = call.sandbox;
  const taken = new Set<unknown>([shared.asset.owner]);
  for (const { person, group } of shared.asset.shares) taken.add(person ?? group);
  return (body) => {
    allowOnly(body, ["email", "groupId", "accessLevel", "subject", "message", "ccMe", "type"]);
    for (const name of ["subject", "message"]) textIn(body, name);
    const accessLevel = readLevel(body, shared);
    const found = find(call, body);
    const key = "email" in found ? found.email : "group" in found ? found.group : found.person;
    if (taken.has(key)) throw new ApiError(400, 1025, "The share already exists.");
    taken.add(key);
    return { accessLevel, who: () => ("email" in found ? { person: store.stranger(found.email) } : found) };
  };
}

/** Errors: 403 with 1026 for OWNER and 1004 for more than the caller has, 400/1166 for editors of a dashboard. */
export function readLevel(body: Body, { asset, level }: SharedAsset): AccessLevel {
  const accessLevel = wordIn(body, "accessLevel", LEVELS);
  if (accessLevel === undefined) throw missingAttribute("accessLevel");
  if (accessLevel === "OWNER")
    throw new ApiError(403, 1026, "Transferring ownership is not currently supported.");
  if (asset.kind === "sight" && accessLevel.startsWith("EDITOR"))
    throw new ApiError(400, 1166, "You cannot share Sights as an Editor.");
  if (!atLeast(level, accessLevel)) throw notAuthorized();
  return accessLevel;
}

function find(call: Call, body: Body): { person: Person } | { group: Group } | { email: string } {
  const { store } = call.sandbox;
  const groupId = idIn(body, "groupId");
  if (groupId === undefined) {
    const email = needEmail(body);
    const person = store.person(email) ?? store.people.find((one) => one.alternateEmails.includes(email));
    return person ? { person } : { email };
  }
  if (body.email !== undefined && body.email !== null) throw badAttribute(body.email, "email");
  const group = store.groups.find(({ id, owner }) => id === groupId && owner.planKey === call.person.planKey);
  if (!group) throw new ApiError(404, 1106, "Group not found.");
  return { group };
}
