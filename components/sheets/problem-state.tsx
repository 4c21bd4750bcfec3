"use client";

import { CirclePause, RotateCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { isDelegationPaused } from "@/lib/pauses/paused-message";
import { TurnState } from "./turn-state";
import { useSecondsLeft } from "./use-seconds-left";

interface ProblemStateProps {
  title: string;
  error: { code: string; message: string; requestId?: string; retryAfterSeconds?: number };
  /** Where else one can go. */
  door?: { href: string; label: string };
}

/**
 * A page that could not be read: why, what now, and a button that asks again. Where it is only a matter of turns, it
 * asks by itself.
 */
export function ProblemState(props: ProblemStateProps) {
  const { error, door } = props;
  if (error.code === "upstream_busy" && error.retryAfterSeconds !== undefined)
    return <TurnState error={error} door={door} />;
  return <Problem {...props} />;
}

function Problem({ title, error, door }: ProblemStateProps) {
  const router = useRouter();
  const [isAsking, startAsking] = useTransition();
  const left = useSecondsLeft(error);
  const action = (
    <>
      <Button
        variant="primary"
        icon={<RotateCw aria-hidden="true" />}
        isBusy={isAsking}
        disabled={left > 0}
        onClick={() => startAsking(() => router.refresh())}
      >
        {left > 0 ? `Try again in ${left} s` : "Try again"}
      </Button>
      {door ? <ButtonLink href={door.href}>{door.label}</ButtonLink> : null}
    </>
  );
  // Somebody decided this: nothing is broken, so nothing is red.
  if (isDelegationPaused(error))
    return (
      <div role="status">
        <EmptyState
          icon={<CirclePause />}
          title="Delegated reading is paused"
          text={error.message}
          action={action}
        />
      </div>
    );
  return (
    <ErrorState
      title={title}
      why={error.message}
      whatNow={left > 0 ? `Trying again makes sense in ${left} s.` : undefined}
      requestId={error.requestId}
      action={action}
    />
  );
}
