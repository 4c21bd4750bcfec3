import { Check, CircleAlert, CircleCheck, CircleDot, CircleSlash, type LucideIcon } from "lucide-react";
import { cx } from "@/components/ui/class-names";
import type { AuditDecision } from "./describe-event";

const looks: Record<AuditDecision, { word: string; icon: LucideIcon; ink: string }> = {
  allowed: { word: "Allowed", icon: CircleDot, ink: "text-ink-3" },
  served: { word: "Served", icon: CircleCheck, ink: "text-own" },
  done: { word: "Done", icon: Check, ink: "text-ink-2" },
  denied: { word: "Refused", icon: CircleSlash, ink: "text-danger" },
  failed: { word: "Failed", icon: CircleAlert, ink: "text-warning" },
};

export const decisionOptions = Object.entries(looks).map(([value, { word }]) => ({ value, label: word }));

/** How it ended, by shape and word; the colour only helps. */
export function DecisionMark({ decision }: { decision: string }) {
  const look = looks[decision as AuditDecision] as (typeof looks)[AuditDecision] | undefined;
  if (!look) return <span>{decision}</span>;
  const { word, icon: Icon, ink } = look;
  return (
    <span className={cx("inline-flex items-center gap-1.5 font-strong whitespace-nowrap", ink)}>
      <Icon className="size-3.5 flex-none" aria-hidden="true" />
      {word}
    </span>
  );
}
