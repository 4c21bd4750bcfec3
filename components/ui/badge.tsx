import type { ReactNode } from "react";
import { cx } from "./class-names";

export type Tone = "neutral" | "own" | "delegated" | "link" | "danger" | "warning";

export const toneClass: Record<Tone, string> = {
  neutral: "bg-sunken text-ink-2",
  own: "bg-own-soft text-own",
  delegated: "bg-delegated-soft text-delegated",
  link: "bg-link-soft text-link",
  danger: "bg-danger-soft text-danger",
  warning: "bg-warning-soft text-warning",
};

interface BadgeProps {
  tone?: Tone;
  icon?: ReactNode;
  children: ReactNode;
  className?: string;
}

/** A word about a thing: "Paused", "Ended", "Admin". The words carry it, the colour only helps. */
export function Badge({ tone = "neutral", icon, children, className }: BadgeProps) {
  return (
    <span
      className={cx(
        "inline-flex max-w-full items-center gap-[5px] rounded-full px-2 py-px align-middle text-s font-strong whitespace-nowrap [&_svg]:size-3 [&_svg]:flex-none",
        toneClass[tone],
        className,
      )}
    >
      {icon}
      <span className="truncate">{children}</span>
    </span>
  );
}
