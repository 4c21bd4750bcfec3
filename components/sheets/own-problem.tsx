"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

/** Why the sheets shared with the person themself are missing from the list, with the way to get them back. */
export function OwnProblem({ problem }: { problem: "reconnect" | "unavailable" }) {
  const router = useRouter();
  const [isAsking, startAsking] = useTransition();
  if (problem === "reconnect")
    return (
      <Notice
        tone="warning"
        shape="bar"
        role="status"
        action={
          <ButtonLink size="s" href="/?again=1">
            Connect again
          </ButtonLink>
        }
      >
        Your connection to Smartsheet ended, so your own sheets are not in this list. Connect again.
      </Notice>
    );
  return (
    <Notice
      tone="warning"
      shape="bar"
      role="status"
      action={
        <Button size="s" isBusy={isAsking} onClick={() => startAsking(() => router.refresh())}>
          Try again
        </Button>
      }
    >
      Smartsheet does not answer right now, so your own sheets are not in this list.
    </Notice>
  );
}
