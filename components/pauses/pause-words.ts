import type { PauseAnswer, PauseKind, PauseTarget } from "@/lib/pauses/schema";

/** One thing that can be paused, as the picker offers it. */
export interface PauseOption {
  id: string;
  label: string;
  secondary?: string;
}

/** What there is to pause, by kind. All delegation needs no choice. */
export type PauseTargets = Record<Exclude<PauseKind, "all">, PauseOption[]>;

/** A pause in force as a line of the list. */
export interface PauseLine {
  what: PauseTarget;
  title: string;
  /** What kind of thing it is, and what more is known. */
  secondary: string;
  reason: string;
  by: string;
  at: string;
}

export const KIND_WORDS: Record<PauseKind, string> = {
  person: "Person",
  assumed: "Person whose access is used",
  sheet: "Sheet",
  rule: "Rule",
  link: "Link",
  connection: "Connection",
  all: "All delegated reading",
};

/** What stops, and what does not. */
export function pauseWords(kind: PauseKind, name: string): string {
  switch (kind) {
    case "person":
      return `${name} is out of Sheetpass at once and cannot sign in. Links they made stop opening too. What Smartsheet itself opens to them stays open there.`;
    case "assumed":
      return `From the next request on nobody reads as ${name}, whatever the rule. Their own access stays.`;
    case "sheet":
      return `From the next request on nobody reads ${name} by a rule or a link. Who has access to it in Smartsheet still reads it.`;
    case "rule":
      return `From the next request on ${name} opens nothing, open pages included. It stays as it is and can go on.`;
    case "link":
      return `At once ${name} stops opening, as if it did not exist. Lift the pause and it opens again at the same address.`;
    case "connection":
      return `From the next request on no rule reads through ${name}. Checks and the pickers of the rule form still use it.`;
    case "all":
      return "From the next request on nobody reads anything under a rule, open pages and links included. Who has access in Smartsheet still reads their own sheets.";
  }
}

/** What goes on once the pause is lifted. */
export function liftWords(kind: PauseKind, name: string): string {
  switch (kind) {
    case "person":
      return `${name} may sign in again, and links they made open again.`;
    case "assumed":
      return `Rules read as ${name} again from the next request on.`;
    case "sheet":
      return `Rules and links open ${name} again from the next request on.`;
    case "rule":
      return `From the next request on ${name} opens again what it says.`;
    case "link":
      return `At once ${name} opens again at the same address, as long as it has not ended.`;
    case "connection":
      return `Rules read through ${name} again from the next request on.`;
    case "all":
      return "Every rule opens again what it says, from the next request on. What is paused on its own stays paused.";
  }
}

/** Pauses as lines, with the names their targets have among what can be paused, and those who paused by name. */
export function pauseLines(
  pauses: readonly PauseAnswer[],
  targets: PauseTargets,
  people: Readonly<Record<string, string>>,
): PauseLine[] {
  return pauses.map(({ kind, target, name, reason, pausedBy, pausedAt }) => {
    const option = kind === "all" ? undefined : targets[kind].find(({ id }) => id === target);
    const secondary =
      kind === "all"
        ? []
        : [KIND_WORDS[kind], option?.secondary ?? (option || name === target ? "" : target)];
    return {
      what: { kind, target } as PauseTarget,
      title: option?.label ?? name,
      secondary: secondary.filter(Boolean).join(" · "),
      reason,
      by: people[pausedBy.toLowerCase()] ?? pausedBy,
      at: pausedAt,
    };
  });
}

/** The pause of one thing, or null. */
export function pauseOf(pauses: readonly PauseAnswer[], kind: PauseKind, target: string): PauseAnswer | null {
  return pauses.find((pause) => pause.kind === kind && pause.target === target) ?? null;
}
