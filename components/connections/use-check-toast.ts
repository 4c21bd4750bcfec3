"use client";

import { useToast } from "@/components/ui/toast";
import type { ConnectionAnswer } from "@/lib/connections/schema";

/** Says what a check found; a bad finding stays until it is closed. */
export function useCheckToast(): (connection: ConnectionAnswer) => void {
  const toast = useToast();
  return ({ name, check }) => {
    if (check?.state === "ok") toast.show({ title: `${name} works`, text: check.finding });
    else toast.show({ title: `${name}: look at this`, text: check?.finding, tone: "danger" });
  };
}
