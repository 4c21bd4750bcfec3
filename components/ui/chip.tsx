import { X } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./class-names";

interface ChipProps {
  children: ReactNode;
  /** Pressing the words, to edit. */
  onPress?: () => void;
  onRemove?: () => void;
  removeLabel?: string;
}

/** A filter in force: **Status** is not Done. */
export function Chip({ children, onPress, onRemove, removeLabel = "Remove filter" }: ChipProps) {
  const words = cx(
    "flex min-w-0 items-center gap-1.5 py-0.5 pl-2.5 [&_b]:font-strong",
    onRemove ? "pr-1" : "pr-2.5",
  );
  return (
    <span className="inline-flex max-w-full items-stretch rounded-full border border-line-strong bg-surface text-s whitespace-nowrap pointer-coarse:min-h-8">
      {onPress ? (
        <button type="button" onClick={onPress} className={cx(words, "rounded-full enabled-hover:bg-hover")}>
          {children}
        </button>
      ) : (
        <span className={words}>{children}</span>
      )}
      {onRemove ? (
        <button
          type="button"
          aria-label={removeLabel}
          onClick={onRemove}
          className="grid w-6 place-items-center rounded-full text-ink-3 enabled-hover:bg-hover enabled-hover:text-ink pointer-coarse:w-8"
        >
          <X className="size-3" aria-hidden="true" />
        </button>
      ) : null}
    </span>
  );
}
