"use client";

import { Radio } from "@base-ui/react/radio";
import { RadioGroup } from "@base-ui/react/radio-group";
import Link from "next/link";
import type { ReactNode } from "react";
import { cx } from "./class-names";

const frame =
  "inline-flex h-[30px] max-w-full flex-none overflow-x-auto rounded-control border border-line-strong bg-surface pointer-coarse:h-10 [scrollbar-width:none]";
const part = cx(
  "flex flex-none items-center gap-1.5 border-l border-line px-[11px] whitespace-nowrap text-ink-2 no-underline first:rounded-l-[5px] first:border-l-0 last:rounded-r-[5px] [&_svg]:size-[15px]",
  "transition-colors duration-enter enabled-hover:text-ink focus-visible:-outline-offset-2",
);
const chosen = "bg-accent-soft font-strong text-ink";

interface SegmentedProps<V extends string> {
  label: string;
  options: readonly { value: V; label: ReactNode; icon?: ReactNode; disabled?: boolean }[];
  value: V;
  onValueChange: (value: V) => void;
  className?: string;
}

/** One of a few, all in sight: a radio group drawn as joined buttons. */
export function Segmented<V extends string>({
  label,
  options,
  value,
  onValueChange,
  className,
}: SegmentedProps<V>) {
  return (
    <RadioGroup<V>
      aria-label={label}
      value={value}
      onValueChange={(next) => onValueChange(next)}
      className={cx(frame, className)}
    >
      {options.map((option) => (
        <Radio.Root
          key={option.value}
          value={option.value}
          disabled={option.disabled}
          className={cx(
            part,
            "data-checked:bg-accent-soft data-checked:font-strong data-checked:text-ink data-disabled:text-ink-3",
          )}
        >
          {option.icon}
          {option.label}
        </Radio.Root>
      ))}
    </RadioGroup>
  );
}

interface SegmentedLinksProps {
  label: string;
  items: readonly { href: string; label: ReactNode; isCurrent: boolean }[];
  className?: string;
}

/** The same look where each choice is an address, so it can be bookmarked and works before scripts do. */
export function SegmentedLinks({ label, items, className }: SegmentedLinksProps) {
  return (
    <nav aria-label={label} className={cx(frame, className)}>
      {items.map((item) => (
        <Link
          key={item.href}
          href={item.href}
          prefetch={false}
          scroll={false}
          aria-current={item.isCurrent ? "page" : undefined}
          className={cx(part, item.isCurrent && chosen)}
        >
          {item.label}
        </Link>
      ))}
    </nav>
  );
}
