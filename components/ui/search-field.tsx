"use client";

import { Search, X } from "lucide-react";
import { useRef } from "react";
import { cx } from "./class-names";
import { Kbd } from "./kbd";
import { Spinner } from "./spinner";
import { fieldGroupClass } from "./surfaces";
import { useShortcut } from "./use-shortcut";

interface SearchFieldProps {
  /** The accessible name, and the placeholder unless one is given. */
  label: string;
  value: string;
  onValueChange: (value: string) => void;
  placeholder?: string;
  /** One key that brings the focus here; null for none. */
  shortcut?: string | null;
  isBusy?: boolean;
  name?: string;
  /** Replaces the width of 240 px. */
  className?: string;
}

export function SearchField(props: SearchFieldProps) {
  const { label, value, onValueChange, placeholder = label, shortcut = "/", isBusy, name, className } = props;
  const input = useRef<HTMLInputElement>(null);
  useShortcut(shortcut ? { key: shortcut } : null, () => input.current?.select());
  const clear = () => {
    onValueChange("");
    input.current?.focus();
  };
  return (
    <div
      className={cx(
        fieldGroupClass,
        "flex h-[30px] min-w-0 items-center gap-2 pr-1.5 pl-2.5 text-ink-3 pointer-coarse:h-10",
        className ?? "w-60",
      )}
    >
      <Search className="size-[15px] flex-none" aria-hidden="true" />
      <input
        ref={input}
        type="search"
        name={name}
        aria-label={label}
        aria-keyshortcuts={shortcut ?? undefined}
        placeholder={placeholder}
        value={value}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onValueChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || value === "") return;
          // Inside a dialog, the first Escape empties the search and only the second closes.
          event.stopPropagation();
          onValueChange("");
        }}
        className="h-full min-w-0 flex-1 bg-transparent text-ink outline-none [&::-webkit-search-cancel-button]:hidden"
      />
      {isBusy ? <Spinner size="s" label="Searching" /> : null}
      {value ? (
        <button
          type="button"
          aria-label="Clear search"
          onClick={clear}
          className="grid size-5 flex-none place-items-center rounded-small enabled-hover:bg-hover enabled-hover:text-ink pointer-coarse:size-8"
        >
          <X className="size-3.5" aria-hidden="true" />
        </button>
      ) : null}
      {!value && shortcut ? (
        <span className="pointer-coarse:hidden" aria-hidden="true">
          <Kbd>{shortcut}</Kbd>
        </span>
      ) : null}
    </div>
  );
}
