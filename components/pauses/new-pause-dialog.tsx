"use client";

import { CirclePause } from "lucide-react";
import { type FormEvent, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Combobox, type ComboOption } from "@/components/ui/combobox";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Select } from "@/components/ui/select";
import type { PauseKind, PauseTarget } from "@/lib/pauses/schema";
import { KIND_WORDS, type PauseTargets, pauseWords } from "./pause-words";
import { ReasonField } from "./reason-field";
import { optionsOf, PICKERS, typedTarget } from "./target-options";
import { usePausing } from "./use-pausing";

interface NewPauseDialogProps {
  targets: PauseTargets;
  /** Kind and target of what is paused already. */
  paused: readonly PauseTarget[];
  viewerId: string;
}

const kinds = (Object.keys(KIND_WORDS) as PauseKind[]).map((value) => ({ value, label: KIND_WORDS[value] }));

/** Pauses anything: what kind of thing, which one, and why. */
export function NewPauseDialog({ targets, paused, viewerId }: NewPauseDialogProps) {
  const formId = useId();
  const [isOpen, setOpen] = useState(false);
  const [kind, setKind] = useState<PauseKind>("person");
  const [target, setTarget] = useState<ComboOption | null>(null);
  const pausing = usePausing(() => {
    setOpen(false);
    setTarget(null);
  });
  const { isBusy, problem, setProblem, submit } = pausing;
  const change = (open: boolean) => {
    if (isBusy) return;
    setOpen(open);
    setProblem(undefined);
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (kind === "all") return submit({ kind, target: "" }, KIND_WORDS.all);
    if (target === null) return setProblem({ fields: { what: "Choose what to pause." } });
    return submit({ kind, target: target.id } as PauseTarget, target.label);
  };
  return (
    <Dialog
      open={isOpen}
      onOpenChange={change}
      trigger={
        <Button variant="primary" icon={<CirclePause aria-hidden="true" />}>
          New pause
        </Button>
      }
      title="New pause"
      text="Stops one thing at once. Nothing is deleted, and it goes on when you lift the pause."
      actions={
        <>
          <DialogClose>Cancel</DialogClose>
          <Button variant="danger" type="submit" form={formId} isBusy={isBusy}>
            {kind === "all" ? "Pause all delegated reading" : "Pause"}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={save} className="flex flex-col gap-4">
        <Select
          label="Kind"
          options={kinds}
          value={kind}
          onValueChange={(next) => {
            setKind(next);
            setTarget(null);
            setProblem(undefined);
          }}
        />
        {kind === "all" ? null : (
          <Combobox
            key={kind}
            label={KIND_WORDS[kind]}
            placeholder={PICKERS[kind].placeholder}
            emptyText={PICKERS[kind].emptyText}
            options={optionsOf(kind, { targets, paused, viewerId })}
            custom={(text) => typedTarget(kind, text)}
            value={target}
            onValueChange={setTarget}
            error={problem?.fields?.what}
          />
        )}
        {kind === "all" || target !== null ? (
          <p className="text-pretty text-ink-2">{pauseWords(kind, target?.label ?? "")}</p>
        ) : null}
        <ReasonField pausing={pausing} />
      </form>
    </Dialog>
  );
}
