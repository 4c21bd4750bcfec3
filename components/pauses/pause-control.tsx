"use client";

import { CirclePause } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import type { ButtonSize, ButtonVariant } from "@/components/ui/button-class";
import type { PauseAnswer, PauseTarget } from "@/lib/pauses/schema";
import { LiftButton } from "./lift-button";
import { PauseDialog } from "./pause-dialog";

interface PauseControlProps {
  what: PauseTarget;
  /** What the thing is called in a sentence: "Rule R-1". */
  name: string;
  /** The pause in force, or null. */
  pause: PauseAnswer | null;
  size?: ButtonSize;
  variant?: ButtonVariant;
}

/** Where one looks at a thing: "Pause", or "Paused" with the reason and "Lift". */
export function PauseControl({ what, name, pause, size = "m", variant }: PauseControlProps) {
  if (pause === null)
    return (
      <PauseDialog
        what={what}
        name={name}
        trigger={
          <Button size={size} variant={variant} aria-label={`Pause ${name}`}>
            Pause
          </Button>
        }
      />
    );
  return (
    <span className="inline-flex min-w-0 items-center gap-2">
      <span title={`${pause.reason} (${pause.pausedBy})`}>
        <Badge tone="warning" icon={<CirclePause aria-hidden="true" />}>
          Paused
        </Badge>
      </span>
      <LiftButton what={what} name={name} size={size} />
    </span>
  );
}
