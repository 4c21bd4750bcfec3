"use client";

import { useRef, useState } from "react";
import { errorText } from "@/components/ui/error-text";
import type { ActionResult } from "@/lib/actions/define-action";
import { importRules, readImport, tryImport } from "@/lib/rules/actions";
import { IMPORT_STEP } from "@/lib/rules/import-limits";
import type { ImportLines, ReadImport } from "@/lib/rules/import-schema";
import { afterSave, afterTry, type ImportRow, rowsOf } from "./import-rows";

export interface ImportState {
  rows: readonly ImportRow[];
  /** What is wrong with the file as a whole. */
  problems: ReadImport["problems"];
  busy: "looking" | "saving" | null;
  error: string | null;
  /** Reads the file and tries each line; writes nothing. */
  look: (csv: string) => Promise<void>;
  /** Goes on with lines that were not tried yet. */
  goOn: () => Promise<void>;
  /** Saves the good lines. Answers all lines as they are then. */
  save: () => Promise<readonly ImportRow[]>;
  forget: () => void;
}

const LOST = "The answer did not arrive. Check your connection and try again.";

/** A file of rules on its way: read, tried some lines at a time, saved some at a time. */
export function useImport(): ImportState {
  const [rows, setRows] = useState<readonly ImportRow[]>([]);
  const [problems, setProblems] = useState<ReadImport["problems"]>([]);
  const [busy, setBusy] = useState<ImportState["busy"]>(null);
  const [error, setError] = useState<string | null>(null);
  /** Answers to a file that is not on the screen any more are dropped. */
  const turn = useRef(0);

  /** Asks for some lines after the other; stops at the first request that fails. */
  async function inSteps<T>(
    start: readonly ImportRow[],
    state: ImportRow["state"],
    ask: (lines: ImportLines) => Promise<ActionResult<T[]>>,
    take: (rows: readonly ImportRow[], answers: readonly T[]) => ImportRow[],
  ): Promise<readonly ImportRow[]> {
    const mine = turn.current;
    const lines = start.flatMap((row) =>
      row.state === state && row.rule !== null ? [{ line: row.line, rule: row.rule }] : [],
    );
    let now = start;
    for (let from = 0; from < lines.length; from += IMPORT_STEP) {
      const answer = await ask(lines.slice(from, from + IMPORT_STEP)).catch(() => null);
      if (mine !== turn.current) return now;
      if (!answer?.ok) {
        setError(answer ? errorText(answer.error) : LOST);
        break;
      }
      now = take(now, answer.value);
      setRows(now);
    }
    return now;
  }

  async function tryRows(start: readonly ImportRow[]): Promise<void> {
    setBusy("looking");
    setError(null);
    await inSteps(start, "waiting", (lines) => tryImport({ lines }), afterTry);
    setBusy(null);
  }

  const forget = () => {
    turn.current += 1;
    setRows([]);
    setProblems([]);
    setError(null);
    setBusy(null);
  };

  return {
    ...{ rows, problems, busy, error, forget },
    async look(csv) {
      forget();
      setBusy("looking");
      const mine = turn.current;
      const answer = await readImport({ csv }).catch(() => null);
      if (mine !== turn.current) return;
      setBusy(null);
      if (!answer?.ok) return setError(answer ? errorText(answer.error) : LOST);
      setProblems(answer.value.problems);
      const found = rowsOf(answer.value);
      setRows(found);
      await tryRows(found);
    },
    goOn: () => tryRows(rows),
    async save() {
      setBusy("saving");
      setError(null);
      const after = await inSteps(rows, "good", (lines) => importRules({ lines }), afterSave);
      setBusy(null);
      return after;
    },
  };
}
