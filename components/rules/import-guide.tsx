"use client";

import { FileDown } from "lucide-react";
import { saveText } from "@/components/groups/save-text";
import { Button } from "@/components/ui/button";
import { IMPORT_GUIDE, importTemplate } from "./import-template";

/** How a file of rules is written, with one to begin with. `lastDay`: `YYYY-MM-DD`, for the template. */
export function ImportGuide({ lastDay }: { lastDay: string }) {
  return (
    <section aria-labelledby="import-guide" className="mx-6 max-w-[860px] max-narrow:mx-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h2 id="import-guide" className="text-l font-semibold tracking-[-0.005em]">
          The file
        </h2>
        <Button
          size="s"
          icon={<FileDown aria-hidden="true" />}
          onClick={() => saveText("rules.csv", "text/csv;charset=utf-8", importTemplate(lastDay))}
        >
          Save a template
        </Button>
      </div>
      <p className="mt-1 max-w-[68ch] text-pretty text-ink-2">
        CSV with a rule a line, for all rows of a sheet. The first line holds the titles, in any order; keep
        ids as text, or a spreadsheet rounds them.
      </p>
      <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        {IMPORT_GUIDE.map(({ column, holds, isOptional }) => (
          <div key={column} className="contents">
            <dt className="whitespace-nowrap">
              <span className="font-strong">{column}</span>
              {isOptional ? <span className="text-ink-3"> (may be empty)</span> : null}
            </dt>
            <dd className="min-w-0 wrap-anywhere text-ink-2">{holds}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
