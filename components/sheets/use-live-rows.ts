"use client";

import { applyChange } from "./apply-change";
import { changeWords } from "./change-words";
import { ApiFailure } from "./fetch-json";
import type { LiveEvent } from "./live-stream";
import type { SheetLike } from "./sheet-like";
import { useHighlight } from "./use-highlight";
import { useLive } from "./use-live";
import { type RowsSource, useRows } from "./use-rows";

interface LiveSource<A extends SheetLike> extends RowsSource<A> {
  /** BCP 47. */
  locale: string;
  /** The right to it ended while it was open. */
  onGone: (why: ApiFailure) => void;
}

/** `useRows`, kept up to date while the page is looked at. */
export function useLiveRows<A extends SheetLike>({ locale, onGone, ...source }: LiveSource<A>) {
  const rows = useRows(source);
  const { held, show, fail, refresh } = rows;
  const { cells, words, point } = useHighlight();

  const withSheet = (sheet: Partial<SheetLike["sheet"]>, error?: null) => {
    const now = held();
    if (now) show({ ...now, answer: { ...now.answer, sheet: { ...now.answer.sheet, ...sheet } } }, error);
  };
  const onEvent = (event: LiveEvent) => {
    const now = held();
    switch (event.name) {
      case "hello":
        // Of another sheet than what is shown; that one follows at once.
        if (event.tag !== now?.tag) return;
        return withSheet({ fetchedAt: event.fetchedAt });
      case "age":
        return withSheet({ fetchedAt: event.fetchedAt, stale: undefined }, null);
      case "stale":
        return withSheet({ fetchedAt: event.fetchedAt, stale: event.error });
      case "change": {
        if (event.tag === now?.tag) return;
        const applied = now?.tag === event.from ? applyChange(now.answer, event) : null;
        if (!now || !applied) return refresh();
        show({ ...now, tag: event.tag, answer: applied.answer }, null);
        return point(applied.cells, changeWords(applied, locale));
      }
      case "reload":
        return event.tag === now?.tag ? undefined : refresh();
      case "refused":
        return refresh();
      case "gone": {
        const why = new ApiFailure(event.error);
        fail(why);
        return why.code === "unauthenticated" ? undefined : onGone(why);
      }
    }
  };
  useLive({
    path: source.path,
    isReady: held() !== null,
    tagNow: () => held()?.tag ?? null,
    onEvent,
  });
  return { ...rows, highlight: cells, changeWords: words };
}
