import {
  allowOnly,
  type Body,
  badAttribute,
  idIn,
  needText,
  readObject,
  readObjects,
  textIn,
} from "../../http/attributes";
import { ApiError, unparsable } from "../../http/errors";
import { success } from "../../http/success";
import type { Group, Person } from "../../store/types";
import { type Call, type Handler, idParam } from "../call";
import { groupsOfPlan, openGroup } from "./groups";
import { groupHead, personHead } from "./render";
import { requireGroupAdmin, userNotFound } from "./rights";
import { needEmail } from "./user-attributes";

export const createGroup: Handler = async (call) => {
  if (!call.person.groupAdmin && !call.person.admin)
    throw new ApiError(403, 1104, "You must be a group administrator to create a group.");
  const body = await readObject(call.request);
  allowOnly(body, ["name", "description", "members"]);
  const name = freeName(call, needText(body, "name", 50));
  const members = findMembers(call, listOf(body.members));
  const { store, clock } = call.sandbox;
  const now = clock();
  const group: Group = {
    id: store.nextId("group"),
    name,
    description: textIn(body, "description", 250) ?? "",
    owner: call.person,
    members,
    createdAt: now,
    modifiedAt: now,
  };
  store.groups.push(group);
  return success({ result: { ...groupHead(call, group), members: members.map(personHead) } });
};

export const updateGroup: Handler = async (call) => {
  requireGroupAdmin(call);
  const group = openGroup(call);
  const body = await readObject(call.request);
  allowOnly(body, ["name", "description", "ownerId"]);
  const owner = readOwner(call, body) ?? group.owner;
  const name = body.name === undefined ? group.name : freeName(call, needText(body, "name", 50), group);
  const description = textIn(body, "description", 250) ?? group.description;
  Object.assign(group, { name, description, owner, modifiedAt: call.sandbox.clock() });
  return success({ result: groupHead(call, group) });
};

/** What was shared with the group is no longer shared with its members. */
export const deleteGroup: Handler = (call) => {
  requireGroupAdmin(call);
  const group = openGroup(call);
  const { store } = call.sandbox;
  store.groups = store.groups.filter((other) => other !== group);
  for (const asset of store.assets()) asset.shares = asset.shares.filter((share) => share.group !== group);
  return success();
};

/** A single person who is a member already is an error (400/1129); in a list such people are passed over. */
export const addMembers: Handler = async (call) => {
  requireGroupAdmin(call);
  const group = openGroup(call);
  const { items, isList } = await readObjects(call.request);
  const people = findMembers(call, items);
  const added = people.filter((person) => !group.members.includes(person));
  if (!isList && added.length === 0)
    throw new ApiError(400, 1129, "The resource you tried to create already exists.");
  group.members.push(...added);
  group.modifiedAt = call.sandbox.clock();
  const result = added.map(personHead);
  return success({ result: isList ? result : result[0] });
};

export const removeMember: Handler = (call) => {
  requireGroupAdmin(call);
  const group = openGroup(call);
  const id = idParam(call, "userId");
  if (!group.members.some((member) => member.id === id)) throw userNotFound();
  group.members = group.members.filter((member) => member.id !== id);
  group.modifiedAt = call.sandbox.clock();
  return success();
};

function freeName(call: Call, name: string, self?: Group): string {
  const isTaken = groupsOfPlan(call).some(
    (group) => group !== self && group.name.toLowerCase() === name.toLowerCase(),
  );
  if (isTaken) throw new ApiError(400, 1103, "A group with the same name already exists.");
  return name;
}

function readOwner(call: Call, body: Body): Person | undefined {
  const ownerId = idIn(body, "ownerId");
  if (ownerId === undefined) return undefined;
  const owner = call.sandbox.store.personById(ownerId);
  if (owner?.planKey !== call.person.planKey || !(owner.groupAdmin || owner.admin))
    throw badAttribute(ownerId, "ownerId");
  return owner;
}

/** Each named once, by address or id. Errors: 400/1105 naming those who are not of the plan. */
function findMembers(call: Call, items: Body[]): Person[] {
  const { store } = call.sandbox;
  const strangers: string[] = [];
  const members = new Set<Person>();
  for (const item of items) {
    const id = item.email === undefined ? idIn(item, "id") : undefined;
    const named = id === undefined ? needEmail(item) : String(id);
    const person = id === undefined ? store.person(named) : store.personById(id);
    if (person?.planKey === call.person.planKey) members.add(person);
    else strangers.push(named);
  }
  if (strangers.length > 0)
    throw new ApiError(
      400,
      1105,
      `The operation failed because one or more group members were not members of your account: ${strangers.join(", ")}.`,
    );
  return [...members];
}

function listOf(value: unknown): Body[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value) || value.some((item) => typeof item !== "object" || item === null))
    throw unparsable("members must be a list of objects");
  return value as Body[];
}
