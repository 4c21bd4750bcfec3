"use client";

import { type FormEvent, type ReactElement, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import type { PauseTarget } from "@/lib/pauses/schema";
import { pauseWords } from "./pause-words";
import { ReasonField } from "./reason-field";
import { usePausing } from "./use-pausing";

interface PauseDialogProps {
  what: PauseTarget;
  /** What the thing is called in a sentence: "Rule R-1". */
  name: string;
  trigger: ReactElement;
}

/** Says what will stop, asks for the reason, and pauses one thing. */
export function PauseDialog({ what, name, trigger }: PauseDialogProps) {
  const formId = useId();
  const [isOpen, setOpen] = useState(false);
  const pausing = usePausing(() => setOpen(false));
  const { isBusy, problem, submit } = pausing;
  const isAll = what.kind === "all";
  const title = isAll ? "Pause all delegated reading" : `Pause ${name}`;
  const change = (open: boolean) => {
    if (isBusy) return;
    setOpen(open);
    pausing.setProblem(undefined);
  };
  return (
    <Dialog
      open={isOpen}
      onOpenChange={change}
      trigger={trigger}
      title={`${title}?`}
      text={pauseWords(what.kind, name)}
      actions={
        <>
          <DialogClose>Cancel</DialogClose>
          <Button variant="danger" type="submit" form={formId} isBusy={isBusy}>
            {isAll ? title : "Pause"}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          submit(what, name);
        }}
      >
        {problem?.fields?.what ? (
          <Notice tone="danger" role="alert">
            {problem.fields.what}
          </Notice>
        ) : null}
        <ReasonField pausing={pausing} />
      </form>
    </Dialog>
  );
}
