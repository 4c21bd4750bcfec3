"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { errorText } from "@/components/ui/error-text";
import { useToast } from "@/components/ui/toast";
import { removeGroup } from "@/lib/groups/actions";
import { countWords } from "./group-words";

interface RemoveGroupProps {
  id: string;
  name: string;
  ruleCount: number;
}

export function RemoveGroup({ id, name, ruleCount }: RemoveGroupProps) {
  const router = useRouter();
  const { show } = useToast();
  const remove = async () => {
    const result = await removeGroup({ id }).catch(() => null);
    if (!result) return "Sheetpass cannot be reached. Check your network and try again.";
    if (!result.ok) return errorText(result.error);
    show({ title: `${name} is removed` });
    router.refresh();
    return undefined;
  };
  return (
    <ConfirmDialog
      trigger={
        <Button size="s" variant="quiet" aria-label={`Remove ${name}`}>
          Remove
        </Button>
      }
      title={`Remove ${name}?`}
      confirmLabel="Remove group"
      isDanger
      onConfirm={remove}
    >
      <p>
        Rules for it will match nobody: what they open closes, and what they forbid is forbidden no more.{" "}
        {ruleCount === 0
          ? "No rule names it today."
          : `${countWords(ruleCount, "rule names", "rules name")} it today.`}
      </p>
      <p className="mt-2">This cannot be taken back; a new group of the same name is another group.</p>
    </ConfirmDialog>
  );
}
