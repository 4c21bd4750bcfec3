"use client";

import { Check, Copy } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "./button";
import { TextField } from "./text-field";

interface CopyFieldProps {
  label: ReactNode;
  value: string;
  hint?: ReactNode;
  copyLabel?: string;
}

/** Something shown once, such as a link: selected on focus, copied by one press. */
export function CopyField({ label, value, hint, copyLabel = "Copy" }: CopyFieldProps) {
  const [outcome, setOutcome] = useState<"copied" | "refused">();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(undefined), 2500);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setOutcome("copied");
    } catch {
      // Without https or permission the browser refuses; the text is then selected for Ctrl C.
      input.current?.select();
      setOutcome("refused");
    }
  };
  const isCopied = outcome === "copied";
  return (
    <div className="flex min-w-0 flex-col">
      <TextField
        ref={input}
        label={label}
        hint={outcome === "refused" ? "Selected: press Ctrl C or ⌘C to copy" : hint}
        value={value}
        readOnly
        spellCheck={false}
        onFocus={(event) => event.currentTarget.select()}
        className="font-mono text-s"
        after={
          <Button
            size="s"
            variant="quiet"
            onClick={copy}
            icon={isCopied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
            className="-mr-2 text-ink"
          >
            {/* Both words take their room, so the button keeps its width. */}
            <span className="grid text-left [&>*]:[grid-area:1/1]">
              <span className={isCopied ? "invisible" : undefined}>{copyLabel}</span>
              <span className={isCopied ? undefined : "invisible"}>Copied</span>
            </span>
          </Button>
        }
      />
      <span role="status" className="sr-only">
        {isCopied ? "Copied" : null}
      </span>
    </div>
  );
}
