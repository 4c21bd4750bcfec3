import type { GroupId, SheetId, UserId } from "@/lib/policy/ids";
import type { PlanUser, Profile, SheetSummary } from "./port";
import type { WireProfile, WireSheetSummary, WireUser } from "./wire";

export function fullName(first: string | undefined, last: string | undefined): string {
  return [first, last]
    .map((part) => part?.trim())
    .filter(Boolean)
    .join(" ");
}

export function toProfile(wire: WireProfile): Profile {
  const groups = wire.groups ?? wire.data ?? null;
  return {
    id: wire.id as UserId,
    email: wire.email,
    firstName: wire.firstName ?? "",
    lastName: wire.lastName ?? "",
    name: fullName(wire.firstName, wire.lastName) || wire.email,
    admin: wire.admin,
    groups: groups === null ? null : groups.map(({ id, name }) => ({ id: id as GroupId, name })),
    account: wire.account ?? null,
  };
}

export function toPlanUser(wire: WireUser): PlanUser {
  const user: PlanUser = {
    id: wire.id as UserId,
    email: wire.email,
    name: wire.name || fullName(wire.firstName, wire.lastName) || wire.email,
  };
  if (wire.admin != null) user.admin = wire.admin;
  if (wire.status !== undefined) user.status = wire.status;
  return user;
}

export function toSheetSummary(wire: WireSheetSummary): SheetSummary {
  return {
    id: wire.id as SheetId,
    name: wire.name,
    accessLevel: wire.accessLevel,
    modifiedAt: wire.modifiedAt ?? null,
  };
}
