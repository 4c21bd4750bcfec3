"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useToast } from "@/components/ui/toast";
import { endRule } from "@/lib/rules/actions";
import type { RuleAnswer } from "@/lib/rules/schema";
import { EndRadius } from "./end-radius";
import { errorLine } from "./form-context";

interface EndRuleProps {
  rule: Pick<RuleAnswer, "id" | "effect">;
  title: string;
  /** Goes on without the question about unsaved changes. */
  leave?: (go: () => void) => void;
}

export function EndRule({ rule, title, leave = (go) => go() }: EndRuleProps) {
  const router = useRouter();
  const toast = useToast();
  const isPermit = rule.effect === "permit";
  const end = async () => {
    const result = await endRule({ id: rule.id });
    if (!result.ok) return errorLine(result.error);
    toast.show({ title: `${rule.id} has ended`, text: title });
    leave(() => router.push("/admin/rules"));
    // The rail counts rules in the layout, which a push alone keeps as it was.
    router.refresh();
    return undefined;
  };
  return (
    <ConfirmDialog
      trigger={<Button>End rule</Button>}
      title={`End rule ${rule.id}?`}
      confirmLabel="End rule"
      isDanger
      onConfirm={end}
    >
      <p>{title}.</p>
      <p className="mt-2">
        {isPermit
          ? "The very next request under it is refused, open pages included. The rule and its history stay on record; it cannot be started again."
          : "From the very next request on, what it closed is open again wherever another rule or the person's own access allows it. The rule and its history stay on record."}
      </p>
      <EndRadius id={rule.id} />
    </ConfirmDialog>
  );
}
