"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import type { ButtonSize } from "@/components/ui/button-class";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { errorText } from "@/components/ui/error-text";
import { useToast } from "@/components/ui/toast";
import { lift } from "@/lib/pauses/actions";
import type { PauseTarget } from "@/lib/pauses/schema";
import { liftWords } from "./pause-words";

interface LiftButtonProps {
  what: PauseTarget;
  name: string;
  size?: ButtonSize;
}

/** Asks first: what was paused opens again at once. */
export function LiftButton({ what, name, size = "m" }: LiftButtonProps) {
  const router = useRouter();
  const { show } = useToast();
  const subject = what.kind === "all" ? "all delegated reading" : name;
  const go = async () => {
    const result = await lift({ what }).catch(() => null);
    if (!result) return "Sheetpass cannot be reached. Check your network and try again.";
    if (!result.ok) return errorText(result.error);
    show({ title: `The pause of ${subject} is lifted` });
    router.refresh();
    return undefined;
  };
  return (
    <ConfirmDialog
      trigger={
        <Button size={size} aria-label={`Lift the pause of ${subject}`}>
          Lift
        </Button>
      }
      title={`Lift the pause of ${subject}?`}
      confirmLabel="Lift pause"
      onConfirm={go}
    >
      {liftWords(what.kind, name)}
    </ConfirmDialog>
  );
}
