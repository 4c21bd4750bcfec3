"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import { saveConnectionSettings } from "@/lib/connections/actions";
import type { ConnectionSettings } from "@/lib/connections/schema";
import { type FormProblem, formProblem } from "./form-problem";
import { LimitField } from "./limit-field";

type Typed = Record<keyof ConnectionSettings, string>;

const FIELDS = ["freshSeconds", "staleSeconds", "pollsPerMinute"] as const;

const typedOf = (settings: ConnectionSettings): Typed => ({
  freshSeconds: String(settings.freshSeconds),
  staleSeconds: String(settings.staleSeconds),
  pollsPerMinute: String(settings.pollsPerMinute),
});

// An empty field is no number; as NaN it is refused by the shape and named.
const numberOf = (text: string) => (text.trim() === "" ? Number.NaN : Number(text));

/** How fresh sheets are that are read through the connection, and what keeping them fresh may cost. */
export function LimitsDialog({
  id,
  name,
  settings,
}: {
  id: string;
  name: string;
  settings: ConnectionSettings;
}) {
  const router = useRouter();
  const toast = useToast();
  const formId = useId();
  const [isOpen, setOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [typed, setTyped] = useState(typedOf(settings));
  const [problem, setProblem] = useState<FormProblem>();

  const change = (open: boolean) => {
    if (isBusy) return;
    setOpen(open);
    setProblem(undefined);
    if (open) setTyped(typedOf(settings));
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      const result = await saveConnectionSettings({
        id,
        freshSeconds: numberOf(typed.freshSeconds),
        staleSeconds: numberOf(typed.staleSeconds),
        pollsPerMinute: numberOf(typed.pollsPerMinute),
      });
      if (!result.ok) return setProblem(formProblem(result.error, FIELDS));
      setOpen(false);
      toast.show({ title: `Limits of ${name} saved` });
      router.refresh();
    } catch {
      setProblem({ text: "Sheetpass did not answer. Check your connection and try again." });
    } finally {
      setBusy(false);
    }
  };
  const field = (key: keyof Typed) => ({
    value: typed[key],
    onValueChange: (text: string) => setTyped({ ...typed, [key]: text }),
    error: problem?.fields?.[key],
  });
  return (
    <Dialog
      open={isOpen}
      onOpenChange={change}
      trigger={<Button aria-label={`Freshness and limits of ${name}`}>Freshness and limits</Button>}
      title="Freshness and limits"
      text={`For every sheet that rules read through ${name}.`}
      actions={
        <>
          <DialogClose>Cancel</DialogClose>
          <Button variant="primary" type="submit" form={formId} isBusy={isBusy}>
            Save limits
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={save} noValidate className="flex flex-col gap-4">
        <LimitField
          label="Fresh for"
          unit="seconds"
          hint="A copy this old is shown without asking Smartsheet again. 5 to 600."
          min={5}
          max={600}
          {...field("freshSeconds")}
        />
        <LimitField
          label="Shown while Smartsheet is down for"
          unit="seconds"
          hint="An older copy is not shown, even when there is no other. 0 to 86,400; 0 shows none."
          min={0}
          max={86_400}
          {...field("staleSeconds")}
        />
        <LimitField
          label="Calls to look after open pages"
          unit="a minute"
          hint="Of the 240 calls a minute the token may make. 0 to 240; with 0, open pages change only when somebody reloads."
          min={0}
          max={240}
          {...field("pollsPerMinute")}
        />
        {problem?.text ? (
          <Notice tone="danger" role="alert">
            {problem.text}
          </Notice>
        ) : null}
      </form>
    </Dialog>
  );
}
