"use client";

import { type FormEvent, type ReactNode, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { DateField } from "@/components/ui/date-field";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { TextArea } from "@/components/ui/text-area";
import { quickEnds } from "./zone-days";

interface FrameProps {
  label: string;
  title: string;
  text: string;
  confirmLabel: string;
  /** What still has to be said, or null. */
  missing: string | null;
  /** Answers what went wrong with all of it, if anything did. */
  onConfirm: () => Promise<string | undefined>;
  children: (problem: string | undefined) => ReactNode;
}

/** A button and the question behind it; what was typed stays when it fails. */
function BulkDialog({ label, title, text, confirmLabel, missing, onConfirm, children }: FrameProps) {
  const formId = useId();
  const [isOpen, setOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [hasTried, setTried] = useState(false);
  const [error, setError] = useState<string>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setTried(true);
    setError(undefined);
    if (missing !== null) return;
    setBusy(true);
    const problem = await onConfirm();
    setBusy(false);
    if (problem === undefined) setOpen(false);
    else setError(problem);
  };
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(open) => {
        if (isBusy) return;
        setOpen(open);
        setTried(false);
        setError(undefined);
      }}
      trigger={<Button size="s">{label}</Button>}
      title={title}
      text={text}
      actions={
        <>
          <DialogClose>Cancel</DialogClose>
          <Button variant="primary" type="submit" form={formId} isBusy={isBusy}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-3">
        {children(hasTried ? (missing ?? undefined) : undefined)}
        {error === undefined ? null : (
          <Notice tone="danger" role="alert">
            {error}
          </Notice>
        )}
      </form>
    </Dialog>
  );
}

interface BulkDayDialogProps {
  title: string;
  /** `YYYY-MM-DD` */
  today: string;
  onConfirm: (day: string) => Promise<string | undefined>;
}

export function BulkDayDialog({ title, today, onConfirm }: BulkDayDialogProps) {
  const [day, setDay] = useState("");
  const missing =
    day === "" ? "Choose the last day." : day < today ? "This day is over. Choose a later one." : null;
  return (
    <BulkDialog
      label="Extend to…"
      title={title}
      text="Those that run longer already, or have no end, stay as they are."
      confirmLabel="Extend"
      missing={missing}
      onConfirm={() => onConfirm(day)}
    >
      {(problem) => (
        <DateField
          label="Last day"
          value={day}
          onValueChange={setDay}
          min={today}
          picks={quickEnds(today)}
          error={problem}
        />
      )}
    </BulkDialog>
  );
}

interface BulkReasonDialogProps {
  label: string;
  title: string;
  text: string;
  longest: number;
  onConfirm: (reason: string) => Promise<string | undefined>;
}

export function BulkReasonDialog({ label, title, text, longest, onConfirm }: BulkReasonDialogProps) {
  const [reason, setReason] = useState("");
  const missing =
    reason.trim() === ""
      ? "Say why, for whoever reads this next year."
      : reason.trim().length > longest
        ? `At most ${longest} characters.`
        : null;
  return (
    <BulkDialog
      label={label}
      title={title}
      text={text}
      confirmLabel={label}
      missing={missing}
      onConfirm={() => onConfirm(reason.trim())}
    >
      {(problem) => (
        <TextArea
          label="Reason"
          value={reason}
          onValueChange={setReason}
          maxLength={longest}
          error={problem}
        />
      )}
    </BulkDialog>
  );
}
