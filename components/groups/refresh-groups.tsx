"use client";

import { RefreshCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { errorText } from "@/components/ui/error-text";
import { useToast } from "@/components/ui/toast";
import { refreshGroups } from "@/lib/groups/actions";
import { groupProblemWords } from "./group-words";

/** Reads Smartsheet's groups anew; every such read is on record, so it is never done unasked. */
export function RefreshGroups({ isFirst }: { isFirst: boolean }) {
  const router = useRouter();
  const { show } = useToast();
  const [isBusy, setBusy] = useState(false);
  const read = async () => {
    setBusy(true);
    try {
      const result = await refreshGroups({});
      if (!result.ok)
        show({ title: "The groups were not read", text: errorText(result.error), tone: "danger" });
      else if (result.value.problem)
        show({
          title: "Not all groups were read",
          text: groupProblemWords(result.value.problem),
          tone: "danger",
        });
      else show({ title: "The groups are read" });
      router.refresh();
    } catch {
      show({
        title: "The groups were not read",
        text: "Sheetpass cannot be reached. Check your network and try again.",
        tone: "danger",
      });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      variant={isFirst ? "primary" : "default"}
      icon={<RefreshCw aria-hidden="true" />}
      isBusy={isBusy}
      onClick={read}
    >
      {isFirst ? "Read from Smartsheet" : "Read again"}
    </Button>
  );
}
