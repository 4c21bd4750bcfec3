"use client";

import { useState } from "react";
import { UntilDate } from "@/components/access/until-date";
import { Popover } from "@/components/ui/popover";
import type { SheetAccess } from "@/lib/sheets/answer";
import { allowedWords } from "./access-words";
import { WhyButton } from "./why-button";

interface WhyPanelProps {
  access: SheetAccess;
  /** "rule R-12". */
  rules: string;
  /** "Olga Owner". */
  names: string;
  timeZone: string;
}

/** How one comes to read this. Loaded when asked for, so it opens as it comes. */
export function WhyPanel({ access, rules, names, timeZone }: WhyPanelProps) {
  const [isOpen, setOpen] = useState(true);
  return (
    <Popover title="Why you can read this" open={isOpen} onOpenChange={setOpen} trigger={<WhyButton />}>
      <p>
        An administrator wrote {rules}. Under it, what you see here is read from Smartsheet as {names}, and
        only the open columns and rows are passed on to you.
      </p>
      <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-3 gap-y-1.5">
        <dt className="text-ink-3">You may</dt>
        <dd>{allowedWords(access.actions)}</dd>
        {access.expiresAt ? (
          <>
            <dt className="text-ink-3">Until</dt>
            <dd>
              <UntilDate at={access.expiresAt} timeZone={timeZone} />
            </dd>
          </>
        ) : null}
        <dt className="text-ink-3">On record</dt>
        <dd>each time you open it, with your name</dd>
      </dl>
    </Popover>
  );
}
