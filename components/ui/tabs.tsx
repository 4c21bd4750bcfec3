"use client";

import { Tabs as Base } from "@base-ui/react/tabs";
import type { ReactNode } from "react";
import { cx } from "./class-names";

export interface TabItem<V extends string> {
  value: V;
  label: ReactNode;
  count?: number;
  content: ReactNode;
  disabled?: boolean;
}

interface TabsProps<V extends string> {
  label: string;
  items: readonly TabItem<V>[];
  value?: V;
  defaultValue?: V;
  onValueChange?: (value: V) => void;
  className?: string;
  /** Runs the width of the page, for panels that bring their own margins. */
  isPageWide?: boolean;
}

export function Tabs<V extends string>({
  label,
  items,
  value,
  defaultValue,
  onValueChange,
  className,
  isPageWide = false,
}: TabsProps<V>) {
  return (
    <Base.Root
      value={value}
      defaultValue={defaultValue ?? (value === undefined ? items[0]?.value : undefined)}
      onValueChange={(next: V) => onValueChange?.(next)}
      className={cx("flex min-w-0 flex-col", className)}
    >
      <Base.List
        aria-label={label}
        className={cx(
          "flex gap-5 overflow-x-auto border-b border-line [scrollbar-width:none]",
          isPageWide && "px-6 max-narrow:px-4",
        )}
      >
        {items.map((item) => (
          <Base.Tab
            key={item.value}
            value={item.value}
            disabled={item.disabled}
            className={cx(
              "-mb-px flex h-9 flex-none items-center gap-1.5 border-b-2 border-transparent text-ink-2 transition-colors duration-enter pointer-coarse:h-11",
              "enabled-hover:text-ink focus-visible:-outline-offset-2 data-active:border-accent data-active:font-strong data-active:text-ink data-disabled:opacity-60",
            )}
          >
            {item.label}
            {item.count === undefined ? null : (
              <span className="text-xs font-normal text-ink-3">{item.count.toLocaleString("en")}</span>
            )}
          </Base.Tab>
        ))}
      </Base.List>
      {items.map((item) => (
        <Base.Panel
          key={item.value}
          value={item.value}
          className={cx(
            "min-w-0",
            isPageWide ? "focus-visible:-outline-offset-2" : "pt-4 focus-visible:outline-offset-4",
          )}
        >
          {item.content}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
