import type { RuleAnswer } from "@/lib/rules/schema";
import { type Names, nameOf } from "./condition-words";

type Who = RuleAnswer["principal"];
type GroupType = "group" | "localGroup";

/** Under which a group's name stands among the names; no address looks like it. */
export function groupKey(type: GroupType, id: string): string {
  return `${type}:${id}`;
}

export function groupName(type: GroupType, id: string, names: Names): string {
  return names[groupKey(type, id)] ?? id;
}

/** Whom a rule is for, as its sentence begins. */
export function whoWords(who: Who, names: Names): string {
  switch (who.type) {
    case "user":
      return nameOf(who.email, names);
    case "domain":
      return `Everyone at ${who.domain}`;
    case "group":
      return `The group ${groupName("group", who.id, names)}`;
    case "localGroup":
      return `The group ${groupName("localGroup", who.id, names)} (kept here)`;
    case "everyone":
      return "Everyone who may sign in";
    case "link":
      return who.id === null ? "Every share link" : `The share link ${who.id}`;
  }
}

/** The same in the middle of a sentence: "Vik", "everyone at acme.test", "they" before anybody is chosen. */
export function shortWho(who: Who | null, names: Names): string {
  if (who === null) return "they";
  if (who.type === "user") {
    const name = nameOf(who.email, names);
    return name.includes("@") ? name : (name.split(" ")[0] ?? name);
  }
  if (who.type === "everyone") return "everyone";
  const words = whoWords(who, names).replace(" (kept here)", "");
  return words.charAt(0).toLowerCase() + words.slice(1);
}
