"use client";

import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { errorLine, useRuleForm } from "./form-context";

/** What columns and rows say before the sheet's columns are there: choose one, wait, or try again. Null once they are. */
export function NeedsSheet({ what }: { what: string }) {
  const { draft, sheetColumns, setOpenSlot } = useRuleForm();
  if (draft.resource === null || draft.assume === null)
    return (
      <div className="flex flex-col items-start gap-2 text-ink-2">
        <p>
          {draft.resource === null
            ? `Choose the sheet first; ${what} come from it.`
            : `To read the columns of ${draft.resource.name}, choose somebody who can open it.`}
        </p>
        <Button size="s" onClick={() => setOpenSlot("resource")}>
          {draft.resource === null ? "Choose a sheet" : "Choose somebody"}
        </Button>
      </div>
    );
  if (sheetColumns.error)
    return (
      <div role="alert" className="flex flex-col items-start gap-2 text-danger">
        {errorLine(sheetColumns.error)}
        <Button size="s" onClick={sheetColumns.retry}>
          Try again
        </Button>
      </div>
    );
  if (sheetColumns.status !== "ready")
    return (
      <div role="status" className="flex flex-col gap-3 py-1">
        <span className="sr-only">Reading the columns</span>
        {["w-40", "w-28", "w-36", "w-24"].map((width) => (
          <Skeleton key={width} className={width} />
        ))}
      </div>
    );
  return null;
}
