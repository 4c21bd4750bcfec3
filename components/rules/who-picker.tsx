"use client";

import { Globe, Link2, Users, UsersRound } from "lucide-react";
import { Button } from "@/components/ui/button";
import type { ComboOption } from "@/components/ui/combobox-option";
import { RelativeTime } from "@/components/ui/relative-time";
import { domainOf } from "@/lib/policy/addresses";
import type { Who } from "./draft";
import { whoOfText } from "./draft-edits";
import { errorLine, useRuleForm } from "./form-context";
import { PickList } from "./pick-list";
import type { PickedGroup } from "./use-rule-lists";
import { groupKey, groupName } from "./who-words";

const EVERYONE = "everyone";
const EVERY_LINK = "link";

function idOf(who: Who | null): string | null {
  if (who === null) return null;
  switch (who.type) {
    case "user":
      return who.email;
    case "domain":
      return `@${who.domain}`;
    case "group":
    case "localGroup":
      return groupKey(who.type, who.id);
    case "everyone":
      return EVERYONE;
    case "link":
      return who.id ?? EVERY_LINK;
  }
}

function whoOfId(id: string): Who | null {
  if (id === EVERYONE) return { type: "everyone" };
  if (id === EVERY_LINK) return { type: "link", id: null };
  const [, type, groupId] = /^(group|localGroup):(.+)$/.exec(id) ?? [];
  if (groupId === undefined) return whoOfText(id);
  return type === "group" ? { type, id: groupId } : { type: "localGroup", id: groupId };
}

const domainOption = (domain: string): ComboOption => ({
  id: `@${domain}`,
  label: `Everyone at ${domain}`,
  secondary: "Whoever signs in with such an address",
  icon: <Users aria-hidden="true" />,
});

const groupOption = (type: "group" | "localGroup", { id, name, members }: PickedGroup): ComboOption => ({
  id: groupKey(type, id),
  label: name,
  secondary: `${type === "group" ? "Smartsheet group" : "Group kept here"}, ${members.toLocaleString("en")} ${members === 1 ? "member" : "members"}`,
  icon: <UsersRound aria-hidden="true" />,
});

/** What is typed as an option: an address or a domain nobody of the plan has, or a link's id. */
function typed(query: string, takesLinks: boolean): ComboOption | null {
  const who = whoOfText(query);
  if (who?.type === "domain") return domainOption(who.domain);
  if (who?.type === "user")
    return {
      id: who.email,
      label: who.email,
      secondary: "Bound to this person at their first sign-in",
      hasAvatar: true,
    };
  if (who?.type !== "link" || who.id === null || !takesLinks) return null;
  return {
    id: who.id,
    label: `The share link ${who.id}`,
    secondary: "Whoever opens it",
    icon: <Link2 aria-hidden="true" />,
  };
}

/** Whom the rule is for: somebody of the plan, a group, a typed address, a domain, everyone; a forbid also for links. */
export function WhoPicker() {
  const { draft, change, setOpenSlot, people, groups, names } = useRuleForm();
  const takesLinks = draft.effect === "forbid";
  const found = groups.list[0];
  const domains = [
    ...new Set(people.list.map(({ email }) => domainOf(email)).filter((domain) => domain !== null)),
  ];
  const everyLink: ComboOption = {
    id: EVERY_LINK,
    label: "Every share link",
    secondary: "For one link, type its id, such as L-1a2b3c4d",
    icon: <Link2 aria-hidden="true" />,
  };
  const options: ComboOption[] = [
    ...people.list.map(({ email, name }) => ({
      id: email.toLowerCase(),
      label: name,
      secondary: email,
      hasAvatar: true,
    })),
    ...(found?.smartsheet.map((group) => groupOption("group", group)) ?? []),
    ...(found?.local.map((group) => groupOption("localGroup", group)) ?? []),
    ...domains.map(domainOption),
    {
      id: EVERYONE,
      label: "Everyone who may sign in",
      secondary: "Today and later",
      icon: <Globe aria-hidden="true" />,
    },
    ...(takesLinks ? [everyLink] : []),
  ];
  const pick = (id: string) => {
    const who = whoOfId(id);
    if (who) change((before) => ({ ...before, who }));
    setOpenSlot(null);
  };
  return (
    <>
      <PickList
        label="Person, address or domain"
        placeholder="Name, group, address or domain"
        options={options}
        value={idOf(draft.who)}
        onPick={pick}
        custom={(query) => typed(query, takesLinks)}
        source={people}
        emptyText="Type an address"
      />
      <GroupsAge />
      {isLostGroup(draft.who, found) ? (
        <p className="mt-1 text-s text-warning">
          The group {groupName(draft.who.type, draft.who.id, names)} is on neither list any more.
        </p>
      ) : null}
    </>
  );
}

/** True for a chosen group that is on neither list. */
function isLostGroup(
  who: Who | null,
  groups: { smartsheet: PickedGroup[]; local: PickedGroup[] } | undefined,
): who is Extract<Who, { type: "group" | "localGroup" }> {
  if (groups === undefined || (who?.type !== "group" && who?.type !== "localGroup")) return false;
  return !(who.type === "group" ? groups.smartsheet : groups.local).some(({ id }) => id === who.id);
}

/** How old Smartsheet's groups are, or why they are missing. */
function GroupsAge() {
  const { groups } = useRuleForm();
  const [found] = groups.list;
  if (groups.error)
    return (
      <div role="alert" className="mt-2 flex items-start gap-2 text-s text-danger">
        <span className="min-w-0 flex-1">Groups: {errorLine(groups.error)}</span>
        <Button size="s" onClick={groups.retry}>
          Try again
        </Button>
      </div>
    );
  if (found === undefined) return null;
  return (
    <p className="mt-2 text-s text-ink-3">
      {found.readAt === null ? (
        "Smartsheet's groups were not read yet"
      ) : (
        <>
          Smartsheet groups as of <RelativeTime at={found.readAt} />
        </>
      )}
    </p>
  );
}
