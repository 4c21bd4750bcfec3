import type { MissReason, UnreadableReason } from "@/lib/policy/match-rule";
import type { DenyReason, OwnAccess } from "@/lib/policy/types";

/** Every stable code of the decision in plain words, for administrators. A new code is missed by the compiler. */

export const missText: Record<MissReason, string> = {
  superseded: "A newer version of it counts instead.",
  other_sheet: "It is about another sheet.",
  other_resource: "It is about another report, folder or workspace.",
  tree_unknown: "It covers a folder or workspace, and where this sheet lies is not known right now.",
  other_person: "It is for somebody else, or for a group or domain they do not belong to.",
  other_link: "It is about a share link, and nobody came by that link.",
  groups_unknown: "It is for a group, and their groups are not known or were read too long ago.",
  address_unclear: "It is for a domain, and their address is not one plain address.",
  not_started: "It had not begun at that time.",
  ended: "It had ended by that time.",
  times_unreadable: "Its start or its end cannot be read.",
  outside_hours: "That time is outside its weekly hours.",
  clock_unknown: "It has weekly hours, and the time of day is not known.",
  action_not_carried: "It does not allow what was asked, only other things.",
  delegation_paused: "It would count, but all delegated reading is paused.",
  paused: "It would count, but it is paused itself, or its connection is, or the person it reads as.",
};

export const unreadableText: Record<UnreadableReason, string> = {
  viewer_unknown: "Its rows depend on something about the person that is not known.",
  invalid_conditions: "Its conditions on rows do not make sense together.",
  stored_rule: "What is stored of it cannot be read.",
  invalid_columns: "Its columns cannot be read.",
  invalid_principal: "Whom it is for cannot be read, or fits no rule of this kind.",
  invalid_hours: "Its weekly hours cannot be read.",
  invalid_masks: "What it obscures cannot be read, or is not among its columns.",
  invalid_parents: "What it says of the rows above cannot be read, or fits no rule of this kind.",
};

/** After "No: ", with the deciding rules behind it where there are any. */
export const denyText: Record<DenyReason, string> = {
  app_paused: "everything is paused",
  person_disabled: "they never signed in here, or are switched off or paused",
  forbidden: "the whole sheet is forbidden to them",
  unreadable_forbid: "a forbidding rule cannot be read, and in doubt it counts",
  sheet_paused: "delegated reading of this sheet is paused",
  no_permit: "no rule opens it to them",
  own_unknown: "no rule opens it, and their own account could not be asked",
  error: "the decision failed, and in doubt the answer is no",
};

export const ownText: Record<OwnAccess, string> = {
  yes: "opens this sheet",
  no: "does not open this sheet",
  unknown: "could not be asked",
  not_asked: "was not used",
};

/** A code that a later version kept, read by an earlier one, is shown as it is. */
export function becauseText(because: MissReason | UnreadableReason): string {
  const words: Partial<Record<string, string>> = { ...missText, ...unreadableText };
  return words[because] ?? because;
}
