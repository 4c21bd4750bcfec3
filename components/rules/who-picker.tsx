"use client";

import { Globe, Users } from "lucide-react";
import type { ComboOption } from "@/components/ui/combobox-option";
import { domainOf } from "@/lib/policy/addresses";
import { type Draft, type Who, whoOfText } from "./draft";
import { useRuleForm } from "./form-context";
import { PickList } from "./pick-list";

const EVERYONE = "everyone";

const idOf = (who: Who | null): string | null => {
  if (who === null) return null;
  if (who.type === "user") return who.email;
  return who.type === "domain" ? `@${who.domain}` : EVERYONE;
};

const domainOption = (domain: string): ComboOption => ({
  id: `@${domain}`,
  label: `Everyone at ${domain}`,
  secondary: "Whoever signs in with such an address",
  icon: <Users aria-hidden="true" />,
});

/** What is typed as an option: an address or a domain nobody of the plan has. */
function typed(query: string): ComboOption | null {
  const who = whoOfText(query);
  if (who?.type === "domain") return domainOption(who.domain);
  if (who?.type !== "user") return null;
  return {
    id: who.email,
    label: who.email,
    secondary: "Bound to this person at their first sign-in",
    hasAvatar: true,
  };
}

/** Whom the rule is for: somebody of the plan, a typed address, a domain, or everyone. */
export function WhoPicker() {
  const { draft, change, setOpenSlot, people } = useRuleForm();
  const domains = [
    ...new Set(people.list.map(({ email }) => domainOf(email)).filter((domain) => domain !== null)),
  ];
  const options: ComboOption[] = [
    ...people.list.map(({ email, name }) => ({
      id: email.toLowerCase(),
      label: name,
      secondary: email,
      hasAvatar: true,
    })),
    ...domains.map(domainOption),
    {
      id: EVERYONE,
      label: "Everyone who may sign in",
      secondary: "Today and later",
      icon: <Globe aria-hidden="true" />,
    },
  ];
  const pick = (id: string) => {
    const who: Who | null = id === EVERYONE ? { type: "everyone" } : whoOfText(id);
    if (who) change((before: Draft) => ({ ...before, who }));
    setOpenSlot(null);
  };
  return (
    <PickList
      label="Person, address or domain"
      placeholder="Name, address or domain"
      options={options}
      value={idOf(draft.who)}
      onPick={pick}
      custom={typed}
      source={people}
      emptyText="Type an address"
    />
  );
}
