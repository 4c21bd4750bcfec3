"use client";

import { Hourglass, RotateCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useTransition } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { useSecondsLeft } from "./use-seconds-left";

interface TurnStateProps {
  /** A new object for each new answer: it starts the count anew. */
  error: { message: string; retryAfterSeconds?: number };
  door?: { href: string; label: string };
}

/** Nothing is broken, it is only not one's turn yet: counts down, then asks again by itself. */
export function TurnState({ error, door }: TurnStateProps) {
  const router = useRouter();
  const [isAsking, startAsking] = useTransition();
  const left = useSecondsLeft(error);
  useEffect(() => {
    if (left > 0) return;
    const ask = () => {
      // Nobody looks at a hidden tab; it may ask when somebody does.
      if (document.visibilityState !== "visible") return;
      document.removeEventListener("visibilitychange", ask);
      startAsking(() => router.refresh());
    };
    document.addEventListener("visibilitychange", ask);
    ask();
    return () => document.removeEventListener("visibilitychange", ask);
  }, [left, router]);
  return (
    <EmptyState
      icon={<Hourglass />}
      title="One moment"
      text={
        <>
          <span role="status">{isAsking ? "Asking again now." : error.message}</span>
          {/* A timer is not read out each second; the sentence before it is, once. */}
          {isAsking || left === 0 ? null : (
            <span role="timer" className="mt-1 block tabular-nums">
              This page tries again by itself in {left} s.
            </span>
          )}
        </>
      }
      action={
        <>
          <Button
            variant="primary"
            icon={<RotateCw aria-hidden="true" />}
            isBusy={isAsking}
            onClick={() => startAsking(() => router.refresh())}
          >
            Try now
          </Button>
          {door ? <ButtonLink href={door.href}>{door.label}</ButtonLink> : null}
        </>
      }
    />
  );
}
