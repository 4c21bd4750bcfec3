"use client";

import { useEffect, useState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/relative-time";
import type { ActionError } from "@/lib/actions/define-action";
import type { RuleVersionAnswer } from "@/lib/rules/schema";
import { type Names, nameOf } from "./condition-words";
import { errorLine } from "./form-context";

interface SaveProblemProps {
  error: ActionError;
  ruleId: string | null;
  names: Names;
  path: string;
  onLoadNewer: () => void;
}

/** Why the rule was not saved, and the door out of it. What was typed stays where it is. */
export function SaveProblem({ error, ruleId, names, path, onLoadNewer }: SaveProblemProps) {
  if (error.code === "conflict" && ruleId !== null)
    return (
      <Notice
        tone="warning"
        role="alert"
        action={
          <Button size="s" onClick={onLoadNewer}>
            Load the newer one
          </Button>
        }
      >
        <Newer ruleId={ruleId} names={names} /> Yours is not saved and stays here until you load theirs.
      </Notice>
    );
  if (error.code === "sign_in_again")
    return (
      <Notice
        tone="warning"
        role="alert"
        action={
          <ButtonLink
            isPlain
            href={`/?again=1&to=${encodeURIComponent(path)}`}
            target="_blank"
            rel="noopener"
            size="s"
          >
            Sign in again
          </ButtonLink>
        }
      >
        A rule for yourself needs a sign-in of the last 15 minutes. Sign in in a new tab, then save again
        here.
      </Notice>
    );
  return (
    <Notice tone="danger" role="alert">
      {errorLine(error)}
    </Notice>
  );
}

/** Who was faster, from the rule's history. */
function Newer({ ruleId, names }: { ruleId: string; names: Names }) {
  const [last, setLast] = useState<RuleVersionAnswer | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    fetch(`/api/v1/admin/rules/${encodeURIComponent(ruleId)}/history`, { signal: controller.signal })
      .then(async (response) => {
        const { versions } = (await response.json()) as { versions: RuleVersionAnswer[] };
        setLast(versions.reduce((a, b) => (a.version > b.version ? a : b)));
      })
      // Without it the notice still says what matters.
      .catch(() => setLast(null));
    return () => controller.abort();
  }, [ruleId]);
  if (last === null) return <>Somebody changed this rule while you were writing.</>;
  return (
    <>
      <b>{nameOf(last.changedBy, names)}</b> {last.change === "ended" ? "ended" : "changed"} this rule{" "}
      <RelativeTime at={last.at} />: it is at version {last.version} now.
    </>
  );
}
