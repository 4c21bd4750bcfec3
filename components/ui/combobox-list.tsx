"use client";

import { Combobox as Base } from "@base-ui/react/combobox";
import { Check } from "lucide-react";
import { cx } from "./class-names";
import { type ComboOption, OptionLines } from "./combobox-option";
import { Spinner } from "./spinner";
import { optionClass, popupClass } from "./surfaces";
import type { useOptions } from "./use-options";

interface ComboboxListProps {
  state: ReturnType<typeof useOptions>;
  /** Shown when nothing matches. */
  emptyText: string;
}

const line = "flex items-center gap-2 px-2 py-1.5";

/** The popup both comboboxes share: rows, or one line saying why there are none. */
export function ComboboxList({ state, emptyText }: ComboboxListProps) {
  const { items, status, query } = state;
  const isLoading = status === "loading";
  return (
    <Base.Portal>
      <Base.Positioner sideOffset={4} collisionPadding={8} align="start" className="z-50 outline-none">
        <Base.Popup
          aria-busy={isLoading || undefined}
          className={cx(
            popupClass,
            "max-h-[min(320px,var(--available-height))] w-(--anchor-width) min-w-56 overflow-y-auto overscroll-contain p-1",
          )}
        >
          <Base.Status>
            {isLoading && items.length === 0 ? (
              <div className={cx(line, "text-ink-3")}>
                <Spinner size="s" /> Searching
              </div>
            ) : null}
            {status === "ready" && items.length === 0 ? (
              <div className={cx(line, "text-ink-3")}>
                {query ? `${emptyText} for "${query}"` : emptyText}
              </div>
            ) : null}
            {status === "error" ? (
              <div className={cx(line, "justify-between text-danger")}>
                The list did not load
                <button
                  type="button"
                  // Keeps the focus in the input, where the list hangs.
                  onPointerDown={(event) => event.preventDefault()}
                  onClick={state.retry}
                  className="rounded-small font-medium text-ink underline underline-offset-3"
                >
                  Try again
                </button>
              </div>
            ) : null}
          </Base.Status>
          <Base.List className={cx("outline-none", isLoading && "text-ink-3")}>
            {(option: ComboOption) => (
              <Base.Item
                key={option.id}
                value={option}
                disabled={option.disabled}
                className={cx(optionClass, "data-selected:font-strong")}
              >
                <OptionLines option={option} />
                <Base.ItemIndicator className="flex-none text-accent">
                  <Check className="size-[15px]" aria-hidden="true" />
                </Base.ItemIndicator>
              </Base.Item>
            )}
          </Base.List>
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  );
}
