import { ApiError } from "../../http/errors";
import { moment, paginate } from "../../http/paging";
import { json } from "../../http/reply";
import { type Handler, idParam } from "../call";
import { groupHead, personHead } from "./users";

export const listGroups: Handler = (call) => {
  const since = moment(call.query, "modifiedSince") ?? 0;
  const groups = call.sandbox.store.groups.filter(
    (group) => group.owner.planKey === call.person.planKey && group.createdAt >= since,
  );
  const page = paginate(groups, call.query);
  return json({ ...page, data: page.data.map((group) => groupHead(call, group)) });
};

export const getGroup: Handler = (call) => {
  const id = idParam(call, "groupId");
  const group = call.sandbox.store.groups.find((candidate) => candidate.id === id);
  if (group?.owner.planKey !== call.person.planKey) throw new ApiError(404, 1106, "Group not found.");
  return json({ ...groupHead(call, group), members: group.members.map(personHead) });
};
