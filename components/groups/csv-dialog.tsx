"use client";

import { FileUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ChangeEvent, type FormEvent, type ReactElement, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { errorText } from "@/components/ui/error-text";
import { Notice } from "@/components/ui/notice";
import { TextArea } from "@/components/ui/text-area";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/actions/define-action";
import type { CsvResult } from "@/lib/groups/schema";
import { ProblemLines } from "./problem-lines";
import { readFile } from "./read-file";

interface CsvDialogProps {
  trigger: ReactElement;
  title: string;
  /** What the file holds and what it replaces. */
  text: string;
  example: string;
  confirmLabel: string;
  run: (csv: string) => Promise<ActionResult<CsvResult>>;
  /** "12 members are in Finance". */
  doneWords: (applied: number) => string;
}

/** Pasted or chosen, one text: what a file brought can be corrected in place. All of it is applied or nothing. */
export function CsvDialog({ trigger, title, text, example, confirmLabel, run, doneWords }: CsvDialogProps) {
  const router = useRouter();
  const { show } = useToast();
  const formId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [csv, setCsv] = useState("");
  const [problems, setProblems] = useState<CsvResult["problems"]>([]);
  const [error, setError] = useState<string>();

  const forget = () => {
    setProblems([]);
    setError(undefined);
  };
  const choose = async ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const file = currentTarget.files?.[0];
    if (!file) return;
    const read = await readFile(file);
    forget();
    if (read.ok) setCsv(read.value);
    else setError(read.error);
    // The same file, corrected, can be chosen again.
    if (input.current) input.current.value = "";
  };
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    forget();
    if (csv.trim() === "") return setError("Paste the lines or choose a file.");
    setBusy(true);
    try {
      const result = await run(csv);
      if (!result.ok) return setError(errorText(result.error));
      if (result.value.problems.length > 0) return setProblems(result.value.problems);
      setOpen(false);
      setCsv("");
      show({ title: doneWords(result.value.applied) });
      router.refresh();
    } catch {
      setError("Sheetpass cannot be reached. Check your network and try again.");
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(open) => (isBusy ? undefined : setOpen(open))}
      trigger={trigger}
      title={title}
      text={text}
      size="l"
      actions={
        <>
          <DialogClose>Cancel</DialogClose>
          <Button variant="primary" type="submit" form={formId} isBusy={isBusy}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={send} className="flex flex-col gap-3">
        <TextArea
          label="CSV"
          hint="Commas, semicolons or tabs between the cells; the first line holds the titles."
          value={csv}
          onValueChange={(next) => {
            setCsv(next);
            forget();
          }}
          placeholder={example}
          rows={6}
          spellCheck={false}
          autoComplete="off"
          wrap="off"
          className="font-mono text-s"
        />
        <div>
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
        </div>
        <ProblemLines problems={problems} />
        {error ? (
          <Notice tone="danger" role="alert">
            {error}
          </Notice>
        ) : null}
      </form>
    </Dialog>
  );
}
