"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { type FormProblem, formProblem } from "@/components/connections/form-problem";
import { useToast } from "@/components/ui/toast";
import { pause } from "@/lib/pauses/actions";
import type { PauseTarget } from "@/lib/pauses/schema";

/** The reason somebody types, and the pause it is for. What was typed stays when it fails. */
export function usePausing(onDone: () => void) {
  const router = useRouter();
  const { show } = useToast();
  const [reason, setReason] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<FormProblem>();

  const submit = async (what: PauseTarget, name: string) => {
    if (isBusy) return;
    if (reason.trim() === "") return setProblem({ fields: { reason: "Write why, for whoever lifts it." } });
    setBusy(true);
    setProblem(undefined);
    try {
      const result = await pause({ what, reason });
      if (!result.ok) {
        const { field, ...error } = result.error;
        const isTarget = field?.startsWith("what") ?? false;
        return setProblem(formProblem({ ...error, field: isTarget ? "what" : field }, ["reason", "what"]));
      }
      setReason("");
      show({ title: `Paused ${what.kind === "all" ? "all delegated reading" : name}` });
      onDone();
      router.refresh();
    } catch {
      setProblem({ text: "Sheetpass cannot be reached. Check your network and try again." });
    } finally {
      setBusy(false);
    }
  };
  return { reason, setReason, isBusy, problem, setProblem, submit };
}

export type Pausing = ReturnType<typeof usePausing>;
