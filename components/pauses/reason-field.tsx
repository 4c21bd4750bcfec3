"use client";

import { Notice } from "@/components/ui/notice";
import { TextArea } from "@/components/ui/text-area";
import type { Pausing } from "./use-pausing";

/** Why it is paused, and what went wrong where it belongs to no field. */
export function ReasonField({ pausing }: { pausing: Pausing }) {
  const { reason, setReason, problem } = pausing;
  return (
    <>
      <TextArea
        label="Reason"
        hint="Administrators read it here and in the audit."
        value={reason}
        onValueChange={setReason}
        error={problem?.fields?.reason}
        maxLength={300}
        rows={2}
        required
      />
      {problem?.text ? (
        <Notice tone="danger" role="alert">
          {problem.text}
        </Notice>
      ) : null}
    </>
  );
}
