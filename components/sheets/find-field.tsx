"use client";

import { ChevronDown, ChevronUp, Search, X } from "lucide-react";
import { useRef, useState } from "react";
import type { FindStatus } from "@/components/grid/grid-types";
import { buttonClass } from "@/components/ui/button-class";
import { cx } from "@/components/ui/class-names";
import { ModKbd } from "@/components/ui/kbd";
import { fieldGroupClass } from "@/components/ui/surfaces";
import { useShortcut } from "@/components/ui/use-shortcut";

interface FindFieldProps {
  query: string;
  onQueryChange: (query: string) => void;
  hits: FindStatus | undefined;
  onStep: (by: 1 | -1) => void;
  /** Somebody is about to type here. */
  onReach?: () => void;
  locale: string;
}

/** Room for "1,204 of 20,000" without the field growing under the hand. */
function hitWords(hits: FindStatus | undefined, locale: string): string {
  if (!hits || hits.isSearching) return "";
  if (hits.count === 0) return "None";
  const count = hits.count.toLocaleString(locale);
  return hits.current < 0 ? count : `${(hits.current + 1).toLocaleString(locale)} of ${count}`;
}

const stepClass = cx(buttonClass("quiet", "s", true), "size-6 text-ink-3");

/** Ctrl F or ⌘F and `/` come here; pressed once more inside, Ctrl F is the browser's own. */
export function FindField({ query, onQueryChange, hits, onStep, onReach, locale }: FindFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const [isFocused, setFocused] = useState(false);
  const reach = () => input.current?.select();
  useShortcut(isFocused ? null : { key: "f", withMod: true }, reach);
  useShortcut({ key: "/" }, reach);
  const hasHits = (hits?.count ?? 0) > 0;
  return (
    <search
      className={cx(
        fieldGroupClass,
        "flex h-[30px] w-64 min-w-0 items-center gap-1.5 pr-1 pl-2.5 text-ink-3 pointer-coarse:h-10 max-narrow:w-56",
      )}
    >
      <Search className="size-[15px] flex-none" aria-hidden="true" />
      <input
        ref={input}
        type="search"
        aria-label="Find in sheet"
        aria-keyshortcuts="Control+F Meta+F /"
        placeholder="Find in sheet"
        value={query}
        autoComplete="off"
        spellCheck={false}
        onFocus={() => {
          setFocused(true);
          onReach?.();
        }}
        onBlur={() => setFocused(false)}
        onChange={(event) => onQueryChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") onStep(event.shiftKey ? -1 : 1);
          else if (event.key === "Escape" && query !== "") onQueryChange("");
          else return;
          event.preventDefault();
        }}
        className="h-full min-w-0 flex-1 bg-transparent text-ink outline-none [&::-webkit-search-cancel-button]:hidden"
      />
      {query === "" ? (
        <span className="pr-1 pointer-coarse:hidden" aria-hidden="true">
          <ModKbd letter="F" />
        </span>
      ) : (
        <>
          <span className="flex-none text-s tabular-nums">{hitWords(hits, locale)}</span>
          <span className="flex flex-none">
            <button
              type="button"
              aria-label="Previous hit"
              disabled={!hasHits}
              onClick={() => onStep(-1)}
              className={stepClass}
            >
              <ChevronUp aria-hidden="true" />
            </button>
            <button
              type="button"
              aria-label="Next hit"
              disabled={!hasHits}
              onClick={() => onStep(1)}
              className={stepClass}
            >
              <ChevronDown aria-hidden="true" />
            </button>
            <button
              type="button"
              aria-label="Clear"
              onClick={() => {
                onQueryChange("");
                input.current?.focus();
              }}
              className={stepClass}
            >
              <X aria-hidden="true" />
            </button>
          </span>
        </>
      )}
    </search>
  );
}
