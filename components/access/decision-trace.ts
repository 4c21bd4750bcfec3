import type { DecisionRecord } from "@/lib/decisions/record";
import type { RuleExplanation } from "@/lib/policy/explain";
import { becauseText } from "./reason-text";

export type TraceKind = "decided" | "would_help" | "matched" | "unreadable" | "missed";

/** One rule of a trace, ready to be drawn. */
export interface TraceLine {
  rule: string;
  effect: RuleExplanation["effect"];
  kind: TraceKind;
  /** Why it counts or does not, as a sentence. */
  text: string;
  /** The version that was looked at; null where it cannot be read. */
  version: number | null;
}

const ORDER: Record<TraceKind, number> = {
  decided: 0,
  would_help: 1,
  matched: 2,
  unreadable: 3,
  missed: 4,
};

/** The rules of a decision: deciding ones first, then what would have helped, then the rest; by number within each. */
export function traceLines({ considered, decision }: DecisionRecord): TraceLine[] {
  const because = new Set<string>(decision.because);
  const remedy = new Set<string>(decision.remedy);
  return considered
    .map((one): TraceLine => {
      const kind = kindOf(one, because, remedy);
      return {
        rule: one.rule,
        effect: one.effect,
        kind,
        text: textOf(one, kind, decision),
        version: one.version,
      };
    })
    .sort((a, b) => ORDER[a.kind] - ORDER[b.kind] || numberOf(a.rule) - numberOf(b.rule));
}

function kindOf(
  { rule, outcome, because }: RuleExplanation,
  deciding: ReadonlySet<string>,
  remedy: ReadonlySet<string>,
): TraceKind {
  // An older version of a deciding rule decides nothing.
  if (because === "superseded") return "missed";
  if (deciding.has(rule)) return "decided";
  if (remedy.has(rule)) return "would_help";
  return outcome;
}

function textOf(
  { effect, outcome, because }: RuleExplanation,
  kind: TraceKind,
  decision: DecisionRecord["decision"],
): string {
  if (outcome === "unreadable") {
    const ends =
      effect === "permit" ? "So it gives nothing." : "In doubt it counts, so the sheet stays closed.";
    return `${because === null ? "It cannot be read." : becauseText(because)} ${ends}`;
  }
  if (outcome === "missed") return because === null ? "It does not fit." : becauseText(because);
  if (kind === "decided")
    return effect === "permit" ? "It fits and opens the sheet." : "It fits and takes away.";
  if (effect !== "permit") return "It fits.";
  return decision.via === "own"
    ? "It fits, but their own account opens the sheet anyway."
    : "It fits, but something else decides.";
}

/** R-10 after R-9. */
function numberOf(rule: string): number {
  return Number(/\d+/.exec(rule)?.[0] ?? 0);
}
