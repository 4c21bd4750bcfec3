"use client";

import { useEffect, useEffectEvent, useState } from "react";
import type { ComboOption } from "./combobox-option";

export interface OptionSource {
  /** A list known in full, filtered here. */
  options?: readonly ComboOption[];
  /** A list fetched by what is typed, already filtered and ordered. Called with "" when the list opens. */
  search?: (query: string, signal: AbortSignal) => Promise<readonly ComboOption[]>;
  /** Turns what is typed into an option of its own, such as an address not met before; null while it is not one. */
  custom?: (query: string) => ComboOption | null;
}

type Found = { status: "loading" | "ready" | "error"; options: readonly ComboOption[] };

const debounceMs = 180;

/** Letters without case and accents, so that "moss" finds "Möss". */
const fold = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Every typed word must occur somewhere in the label or the second line. */
export function matchingOptions(options: readonly ComboOption[], query: string): readonly ComboOption[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  return options.filter((option) => {
    const text = fold(`${option.label} ${option.secondary ?? ""}`);
    return words.every((word) => text.includes(word));
  });
}

/** The rows a combobox shows for what is typed, with the state of a fetched list. */
export function useOptions({ options, search, custom }: OptionSource) {
  const [query, setQuery] = useState("");
  const [isOpen, setOpen] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const [found, setFound] = useState<Found>({ status: "loading", options: [] });
  const isAsync = search !== undefined;

  const fetchOptions = useEffectEvent((text: string, signal: AbortSignal) => {
    search?.(text, signal).then(
      (next) => signal.aborted || setFound({ status: "ready", options: next }),
      () => signal.aborted || setFound({ status: "error", options: [] }),
    );
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt asks again for the same words.
  useEffect(() => {
    if (!isAsync || !isOpen) return;
    const controller = new AbortController();
    setFound((before) => ({ status: "loading", options: before.options }));
    const timer = setTimeout(() => fetchOptions(query, controller.signal), query ? debounceMs : 0);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [isAsync, isOpen, query, attempt]);

  const matches = isAsync ? found.options : matchingOptions(options ?? [], query);
  const own = query.trim() ? (custom?.(query.trim()) ?? null) : null;
  const items = own && !matches.some((option) => option.id === own.id) ? [...matches, own] : matches;
  const status = isAsync && isOpen ? found.status : "ready";

  return {
    items,
    query,
    status,
    setQuery,
    retry: () => setAttempt((count) => count + 1),
    onOpenChange: (open: boolean) => {
      setOpen(open);
      if (!open) setQuery("");
    },
  };
}
