import { ApiError } from "../../http/errors";
import { moment, paginate } from "../../http/paging";
import { json } from "../../http/reply";
import type { Group } from "../../store/types";
import { type Call, type Handler, idParam } from "../call";
import { groupHead, personHead } from "./render";

export const listGroups: Handler = (call) => {
  const since = moment(call.query, "modifiedSince") ?? 0;
  const groups = groupsOfPlan(call).filter((group) => group.modifiedAt >= since);
  const page = paginate(groups, call);
  return json({ ...page, data: page.data.map((group) => groupHead(call, group)) });
};

export const getGroup: Handler = (call) => {
  const group = openGroup(call);
  return json({ ...groupHead(call, group), members: group.members.map(personHead) });
};

export function groupsOfPlan(call: Call): Group[] {
  return call.sandbox.store.groups.filter((group) => group.owner.planKey === call.person.planKey);
}

/** The group of the path; 404/1106 for one of another plan as for one that never was. */
export function openGroup(call: Call): Group {
  const id = idParam(call, "groupId");
  const group = groupsOfPlan(call).find((candidate) => candidate.id === id);
  if (!group) throw new ApiError(404, 1106, "Group not found.");
  return group;
}
