"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { replaceConnectionToken } from "@/lib/connections/actions";
import { type FormProblem, formProblem } from "./form-problem";
import { TokenField } from "./token-field";
import { useCheckToast } from "./use-check-toast";

export function ReplaceTokenDialog({ id, name }: { id: string; name: string }) {
  const router = useRouter();
  const showCheck = useCheckToast();
  const formId = useId();
  const [isOpen, setOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);
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
      const result = await replaceConnectionToken({ id, token });
      if (!result.ok) return setProblem(formProblem(result.error, ["token"]));
      setOpen(false);
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
      trigger={<Button aria-label={`Replace the token of ${name}`}>Replace token</Button>}
      title={`Replace the token of ${name}`}
      text="The rules stay as they are and read with the new token at once. Revoke the old one in Smartsheet afterwards."
      actions={
        <>
          <DialogClose>Cancel</DialogClose>
          <Button variant="primary" type="submit" form={formId} isBusy={isBusy}>
            Replace and check
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={save} noValidate className="flex flex-col gap-4">
        <TokenField
          label="New API access token"
          value={token}
          onValueChange={setToken}
          error={problem?.fields?.token}
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
