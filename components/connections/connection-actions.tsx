"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { errorText } from "@/components/ui/error-text";
import { useToast } from "@/components/ui/toast";
import { checkConnection, removeConnection } from "@/lib/connections/actions";
import type { ConnectionSettings } from "@/lib/connections/schema";
import { LimitsDialog } from "./limits-dialog";
import { ReplaceTokenDialog } from "./replace-token-dialog";
import { useCheckToast } from "./use-check-toast";

interface ConnectionActionsProps {
  id: string;
  name: string;
  ruleCount: number;
  settings: ConnectionSettings;
}

export function ConnectionActions({ id, name, ruleCount, settings }: ConnectionActionsProps) {
  const router = useRouter();
  const toast = useToast();
  const showCheck = useCheckToast();
  const [isChecking, setChecking] = useState(false);

  const check = async () => {
    setChecking(true);
    try {
      const result = await checkConnection({ id });
      if (result.ok) showCheck(result.value);
      else toast.show({ title: "The check did not run", text: errorText(result.error), tone: "danger" });
      router.refresh();
    } finally {
      setChecking(false);
    }
  };
  const remove = async () => {
    const result = await removeConnection({ id });
    if (!result.ok) return errorText(result.error);
    toast.show({ title: `${name} removed` });
    router.refresh();
    return undefined;
  };
  return (
    <div data-print="no" className="flex flex-wrap items-center gap-2">
      <Button isBusy={isChecking} onClick={check} aria-label={`Check ${name} now`}>
        Check now
      </Button>
      <LimitsDialog id={id} name={name} settings={settings} />
      <ReplaceTokenDialog id={id} name={name} />
      <ConfirmDialog
        trigger={
          <Button variant="quiet" aria-label={`Remove ${name}`}>
            Remove
          </Button>
        }
        title={`Remove ${name}?`}
        confirmLabel="Remove connection"
        isDanger
        onConfirm={remove}
      >
        <p>{consequence(ruleCount)}</p>
        <p className="mt-2">
          Sheetpass forgets the token. It stays valid in Smartsheet until it is revoked there, under Account,
          Apps & Integrations, API Access.
        </p>
      </ConfirmDialog>
    </div>
  );
}

function consequence(ruleCount: number): string {
  if (ruleCount === 0) return "No rule reads through it, so nobody loses anything.";
  const rules = ruleCount === 1 ? "1 rule reads" : `${ruleCount} rules read`;
  return `${rules} through it. From this moment on ${ruleCount === 1 ? "it opens" : "they open"} nothing until somebody gives ${ruleCount === 1 ? "it" : "them"} another connection. The rules themselves stay.`;
}
