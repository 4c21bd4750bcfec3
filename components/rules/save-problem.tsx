"use client";

import { Button, ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/relative-time";
import type { ActionError } from "@/lib/actions/define-action";
import type { RuleAnswer, RuleVersionAnswer } from "@/lib/rules/schema";
import type { Change } from "./changes";
import { type Names, nameOf } from "./condition-words";
import { errorLine } from "./form-context";
import { useNewer } from "./use-newer";

interface SaveProblemProps {
  error: ActionError;
  ruleId: string | null;
  names: Names;
  path: string;
  /** Where a newer version and what is on the screen differ. */
  conflictsWith: (newer: RuleAnswer) => Change[];
  onLoadNewer: () => void;
}

/** Why the rule was not saved, and the door out of it. What was typed stays where it is. */
export function SaveProblem({ error, ruleId, names, path, conflictsWith, onLoadNewer }: SaveProblemProps) {
  const isConflict = error.code === "conflict" && ruleId !== null;
  const newer = useNewer(ruleId, isConflict);
  if (isConflict)
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
        <Newer newer={newer} names={names} /> Yours is not saved and stays here until you load theirs.
        {newer === null || newer.change === "ended" ? null : (
          <Conflicts conflicts={conflictsWith(newer.rule)} version={newer.version} />
        )}
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
function Newer({ newer, names }: { newer: RuleVersionAnswer | null; names: Names }) {
  if (newer === null) return <>Somebody changed this rule while you were writing.</>;
  return (
    <>
      <b>{nameOf(newer.changedBy, names)}</b> {newer.change === "ended" ? "ended" : "changed"} this rule{" "}
      <RelativeTime at={newer.at} />: it is at version {newer.version} now.
    </>
  );
}

/** Both versions side by side, slot by slot where they differ, so that one can carry over what is worth it. */
function Conflicts({ conflicts, version }: { conflicts: readonly Change[]; version: number }) {
  if (conflicts.length === 0) return <p className="mt-1.5">It reads the same as what is on your screen.</p>;
  const head = "pr-4 pb-0.5 text-left font-normal text-ink-3";
  const cell = "py-0.5 pr-4 align-top [overflow-wrap:anywhere]";
  return (
    <table className="mt-2 w-full border-collapse">
      <caption className="sr-only">Where the two differ</caption>
      <thead>
        <tr>
          <td />
          <th scope="col" className={head}>
            Version {version}
          </th>
          <th scope="col" className={head}>
            On your screen
          </th>
        </tr>
      </thead>
      <tbody>
        {conflicts.map(({ label, from, to }) => (
          <tr key={label}>
            <th scope="row" className={`${head} align-top whitespace-nowrap`}>
              {label}
            </th>
            <td className={cell}>{from}</td>
            <td className={cell}>{to}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
