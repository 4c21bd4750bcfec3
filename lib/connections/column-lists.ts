import "server-only";
import type { SourceColumn } from "@/lib/policy/sheet";
import type { Result } from "@/lib/result";
import type { UpstreamError } from "@/lib/smartsheet/port";

type Answer = Promise<Result<SourceColumn[], UpstreamError>>;

/** The lists of all columns of sheets, each as one assumed user sees it, kept for as long as the sheet's version stands. */
export interface ColumnLists {
  of(read: { connectionId: string; assume: string; sheetId: string }, ask: () => Answer): ColumnList;
}

export interface ColumnList {
  /** The list kept, or one asked for now, however many want it at once. */
  get(): Answer;
  /**
   * Whether the list `get` gave belongs to this version. One just asked for is taken to; one kept from another version is
   * thrown away, and the next `get` asks.
   */
  fits(version: number): boolean;
}

const KEPT = 1_000;

interface Entry {
  answer: Answer;
  /** Null until a sheet was read beside it. */
  version: number | null;
}

export function createColumnLists(): ColumnLists {
  const kept = new Map<string, Entry>();
  return {
    of({ connectionId, assume, sheetId }, ask) {
      const name = JSON.stringify([connectionId, assume, sheetId]);
      let given: Entry | null = null;

      function begin(): Entry {
        const entry: Entry = { answer: ask(), version: null };
        if (kept.size >= KEPT) kept.clear();
        kept.set(name, entry);
        void entry.answer.then((answer) => {
          if (!answer.ok && kept.get(name) === entry) kept.delete(name);
        });
        return entry;
      }

      return {
        get() {
          given = kept.get(name) ?? begin();
          return given.answer;
        },
        fits(version) {
          if (given === null) return false;
          given.version ??= version;
          if (given.version === version) return true;
          if (kept.get(name) === given) kept.delete(name);
          return false;
        },
      };
    },
  };
}
