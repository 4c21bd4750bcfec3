"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import { createConnection } from "@/lib/connections/actions";
import { type FormProblem, formProblem } from "./form-problem";
import { TokenField } from "./token-field";
import { TokenHelp } from "./token-help";
import { useCheckToast } from "./use-check-toast";

/** Seals and checks a new token. A token that does not work is kept and shown as such, so that one can replace it. */
export function AddConnectionDialog({ region }: { region: string }) {
  const router = useRouter();
  const showCheck = useCheckToast();
  const formId = useId();
  const [isOpen, setOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [name, setName] = useState("");
  const [token, setToken] = useState("");
  const [problem, setProblem] = useState<FormProblem>();

  const change = (open: boolean) => {
    if (isBusy) return;
    setOpen(open);
    setProblem(undefined);
    // A secret does not wait in a closed dialog.
    if (!open) setToken("");
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      const result = await createConnection({ name, token });
      if (!result.ok) return setProblem(formProblem(result.error, ["name", "token"]));
      setOpen(false);
      setName("");
      setToken("");
      showCheck(result.value);
      router.refresh();
    } catch {
      setProblem({ text: "Sheetpass did not answer. Check your connection and try again." });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      open={isOpen}
      onOpenChange={change}
      trigger={
        <Button variant="primary" icon={<Plus aria-hidden="true" />}>
          Add connection
        </Button>
      }
      title="Add connection"
      text="A token of your Smartsheet plan, with which rules read for people."
      actions={
        <>
          <DialogClose>Cancel</DialogClose>
          <Button variant="primary" type="submit" form={formId} isBusy={isBusy}>
            Add and check
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={save} noValidate className="flex flex-col gap-4">
        <TextField
          label="Name"
          hint="How rules and the audit call it, such as Dedicated admin."
          value={name}
          onValueChange={setName}
          error={problem?.fields?.name}
          autoComplete="off"
          maxLength={80}
        />
        <TokenField
          label="API access token"
          value={token}
          onValueChange={setToken}
          error={problem?.fields?.token}
        />
        <TokenHelp region={region} />
        {problem?.text ? (
          <Notice tone="danger" role="alert">
            {problem.text}
          </Notice>
        ) : null}
      </form>
    </Dialog>
  );
}
