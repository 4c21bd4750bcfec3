import { exactTime } from "@/components/ui/relative-text";
import type { DecisionRecord } from "@/lib/decisions/record";
import { ownText } from "./reason-text";

/** One thing that was known when it was decided. */
export interface Fact {
  label: string;
  text: string;
  /** It was not known, or stopped by hand: what may explain a no. */
  isWarning?: true;
}

interface FactNames {
  /** By id. */
  groups: Readonly<Record<string, string>>;
  /** By `folder:1` and `workspace:1`. */
  places: Readonly<Record<string, string>>;
  timeZone: string;
}

const NOT_KNOWN =
  "not known, or read too long ago. Rules that open need to know it, rules that forbid count without";

/** What was known, each in words. `isSupposed`: own access was supposed, not asked. */
export function factsOf(
  { facts }: Pick<DecisionRecord, "facts">,
  names: FactNames,
  isSupposed: boolean,
): Fact[] {
  const { own, isEnabled, clock, attributes, delegationPaused } = facts;
  return [
    { label: "Their own account", text: `${ownText[own]}${isSupposed ? ", as you supposed" : ""}` },
    {
      label: "Signing in",
      ...(isEnabled
        ? { text: "allowed" }
        : { text: "never signed in, switched off or paused", isWarning: true as const }),
    },
    {
      label: "Time",
      text: `${exactTime(new Date(facts.now), names.timeZone)}${clock === null ? ", hour and weekday not known" : ""}`,
      ...(clock === null ? { isWarning: true as const } : {}),
    },
    listFact("Groups in Smartsheet", facts.groups, (id) => names.groups[id] ?? id, "none"),
    listFact("Groups kept here", facts.localGroups, (id) => names.groups[id] ?? id, "none"),
    {
      label: "Known about them",
      text: attributes.length > 0 ? attributes.join(", ") : "nothing in the table of people",
    },
    listFact(
      "The sheet lies in",
      facts.within,
      ({ type, id }) => `${type} ${names.places[`${type}:${id}`] ?? id}`,
      "no folder or workspace that a rule names",
    ),
    {
      label: "Delegated reading",
      ...(delegationPaused
        ? { text: "all paused", isWarning: true as const }
        : { text: "not paused as a whole" }),
    },
  ];
}

function listFact<T>(
  label: string,
  list: readonly T[] | null,
  nameOf: (one: T) => string,
  none: string,
): Fact {
  if (list === null) return { label, text: NOT_KNOWN, isWarning: true };
  return { label, text: list.length > 0 ? list.map(nameOf).join(", ") : none };
}
