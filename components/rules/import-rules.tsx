"use client";

import { FileUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ChangeEvent, type FormEvent, useRef, useState } from "react";
import { readFile } from "@/components/groups/read-file";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Notice } from "@/components/ui/notice";
import { TextArea } from "@/components/ui/text-area";
import { useToast } from "@/components/ui/toast";
import { MOST_IMPORT_BYTES } from "@/lib/rules/import-limits";
import type { Names } from "./condition-words";
import { countOf } from "./import-rows";
import { ImportTable } from "./import-table";
import { useImport } from "./use-import";

interface ImportRulesProps {
  names: Names;
  timeZone: string;
}

const count = (many: number) => `${many.toLocaleString("en")} ${many === 1 ? "rule" : "rules"}`;

/** Paste or choose, look, save: nothing is saved that was not looked at as it would be. */
export function ImportRules({ names, timeZone }: ImportRulesProps) {
  const router = useRouter();
  const toast = useToast();
  const input = useRef<HTMLInputElement>(null);
  const [csv, setCsv] = useState("");
  const [problem, setProblem] = useState<string>();
  const [leavesOut, setLeavesOut] = useState(false);
  const state = useImport();
  const { rows, busy, problems, error } = state;
  const [good, wrong, waiting] = [countOf(rows, "good"), countOf(rows, "wrong"), countOf(rows, "waiting")];
  const isLooked = rows.length > 0 && waiting === 0 && busy === null;

  const write = (text: string) => {
    setCsv(text);
    setProblem(undefined);
    setLeavesOut(false);
    state.forget();
  };
  const choose = async ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const file = currentTarget.files?.[0];
    if (!file) return;
    const read = await readFile(file);
    if (read.ok) write(read.value);
    else setProblem(read.error);
    // The same file, corrected, can be chosen again.
    if (input.current) input.current.value = "";
  };
  const look = (event: FormEvent) => {
    event.preventDefault();
    if (busy !== null) return;
    if (csv.trim() === "") return setProblem("Paste the lines or choose a file.");
    if (new TextEncoder().encode(csv).length > MOST_IMPORT_BYTES)
      return setProblem("A file holds at most 2 MB here. Split it.");
    setProblem(undefined);
    setLeavesOut(false);
    state.look(csv);
  };
  const save = async () => {
    const after = await state.save();
    const saved = countOf(after, "saved");
    if (saved > 0) toast.show({ title: `${count(saved)} saved` });
    router.refresh();
    if (after.every((row) => row.state === "saved")) router.push("/admin/rules");
  };

  return (
    <section aria-label="Import" className="mx-6 mt-6 mb-10 flex flex-col gap-4 max-narrow:mx-4">
      <form noValidate onSubmit={look} className="flex max-w-[860px] flex-col gap-3">
        <TextArea
          label="Rules as CSV"
          hint="Commas, semicolons or tabs between the cells."
          value={csv}
          onValueChange={write}
          error={problem}
          rows={6}
          spellCheck={false}
          autoComplete="off"
          wrap="off"
          disabled={busy === "saving"}
          className="font-mono text-s"
        />
        <div className="flex flex-wrap gap-2">
          <input
            ref={input}
            type="file"
            accept=".csv,.tsv,.txt,text/csv"
            aria-label="CSV file"
            onChange={choose}
            className="hidden"
          />
          <Button icon={<FileUp aria-hidden="true" />} onClick={() => input.current?.click()}>
            Choose a file
          </Button>
          <Button variant={isLooked ? "default" : "primary"} type="submit" isBusy={busy === "looking"}>
            Look at the rules
          </Button>
        </div>
      </form>
      {error === null ? null : (
        <Notice
          tone="danger"
          role="alert"
          action={
            waiting > 0 ? (
              <Button size="s" onClick={state.goOn}>
                Go on
              </Button>
            ) : undefined
          }
        >
          {error}
        </Notice>
      )}
      {problems.length > 0 ? (
        <Notice tone="danger" role="alert">
          <p>Nothing of the file was read:</p>
          <ul className="mt-1">
            {problems.map(({ line, message }) => (
              <li key={`${line} ${message}`}>
                <b>Line {line}</b> {message}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {rows.length > 0 ? (
        <>
          <p role="status" className="text-ink-2 tabular-nums">
            {waiting > 0
              ? `Looked at ${rows.length - waiting} of ${rows.length}`
              : `${count(good)} to save${wrong > 0 ? `, ${wrong} with something wrong` : ""}`}
          </p>
          <ImportTable rows={rows} names={names} timeZone={timeZone} />
          {good > 0 ? (
            <footer className="flex flex-wrap items-center gap-4">
              {wrong > 0 ? (
                <Checkbox
                  label="Save the good ones"
                  hint={`Leaves out ${wrong} ${wrong === 1 ? "line" : "lines"}.`}
                  checked={leavesOut}
                  onCheckedChange={setLeavesOut}
                />
              ) : null}
              <Button
                variant="primary"
                isBusy={busy === "saving"}
                disabled={busy !== "saving" && (!isLooked || (wrong > 0 && !leavesOut))}
                onClick={save}
              >
                Save {count(good)}
              </Button>
            </footer>
          ) : null}
        </>
      ) : null}
    </section>
  );
}
