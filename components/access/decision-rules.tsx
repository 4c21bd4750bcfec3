import { Ban, CircleCheck, CircleDashed, CircleHelp, Lightbulb, type LucideIcon } from "lucide-react";
import type { ExplainAnswer } from "@/lib/access/schema";
import { RuleLink } from "./decision-answer";
import type { TraceKind, TraceLine } from "./decision-trace";

const looks: Record<TraceKind, { word: string; icon: LucideIcon; ink: string }> = {
  decided: { word: "Decided", icon: CircleCheck, ink: "text-own" },
  would_help: { word: "Would have helped", icon: Lightbulb, ink: "text-warning" },
  matched: { word: "Fits", icon: CircleCheck, ink: "text-ink-2" },
  unreadable: { word: "Cannot be read", icon: CircleHelp, ink: "text-warning" },
  missed: { word: "Does not count", icon: CircleDashed, ink: "text-ink-3" },
};

const effects: Record<TraceLine["effect"], string> = {
  permit: "permits",
  forbid: "forbids",
  unknown: "kind not known",
};

interface DecisionRulesProps {
  lines: readonly TraceLine[];
  /** What the rules say today, by id; what has ended has none. */
  notes: ExplainAnswer["rules"];
}

/** Every rule that could have a say, and what it said. */
export function DecisionRules({ lines, notes }: DecisionRulesProps) {
  if (lines.length === 0) return <p className="text-ink-2">No rule is about this sheet.</p>;
  return (
    <ul className="border-t border-line">
      {lines.map((line) => (
        <TraceRow key={`${line.rule} ${line.version} ${line.text}`} line={line} note={notes[line.rule]} />
      ))}
    </ul>
  );
}

function TraceRow({ line, note }: { line: TraceLine; note: ExplainAnswer["rules"][string] | undefined }) {
  const { rule, effect, kind, text, version } = line;
  const { word, icon, ink } = looks[kind];
  const Icon = kind === "decided" && effect !== "permit" ? Ban : icon;
  const isChanged = note !== undefined && version !== null && note.version !== version;
  return (
    <li className="grid grid-cols-[minmax(9rem,auto)_minmax(0,1fr)] gap-x-5 gap-y-0.5 border-b border-line py-2 max-narrow:grid-cols-1">
      <span className={`flex items-start gap-1.5 font-strong ${ink}`}>
        <Icon className="mt-[3px] size-3.5 flex-none" aria-hidden="true" />
        {word}
      </span>
      <span className="min-w-0">
        <RuleLink rule={rule} /> <span className="text-ink-3">{effects[effect]}</span> {text}
        {note ? (
          <span className="block text-s text-ink-3 [overflow-wrap:anywhere]">
            {[note.sheetName, note.reason].filter(Boolean).join(" · ")}
            {isChanged ? ` · version ${version} then, ${note.version} now` : null}
          </span>
        ) : null}
      </span>
    </li>
  );
}
