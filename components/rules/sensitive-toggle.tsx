"use client";

import { ShieldAlert } from "lucide-react";
import { cx } from "@/components/ui/class-names";
import { Tooltip } from "@/components/ui/tooltip";
import type { PickedColumn } from "@/lib/connections/schema";
import { useRuleForm } from "./form-context";

/** Whether the column is sensitive, for every rule about this sheet. A press turns it, and is kept at once. */
export function SensitiveToggle({ column }: { column: PickedColumn }) {
  const { markColumn } = useRuleForm();
  const { title, isSensitive } = column;
  const hint = isSensitive
    ? "Sensitive: set apart in every rule about this sheet. Press if it is not."
    : "Not sensitive. Press to mark it so for every rule about this sheet.";
  return (
    <Tooltip text={hint}>
      <button
        type="button"
        aria-pressed={isSensitive}
        aria-label={`${title} is sensitive`}
        onClick={() => markColumn(column, !isSensitive)}
        className={cx(
          "inline-flex h-5 flex-none items-center gap-1 rounded-full px-1.5 text-s transition-colors duration-enter [&_svg]:size-3 pointer-coarse:h-8 pointer-coarse:px-2.5",
          isSensitive
            ? "bg-warning-soft text-warning"
            : "text-ink-3 enabled-hover:bg-hover enabled-hover:text-ink",
        )}
      >
        <ShieldAlert aria-hidden="true" />
        {isSensitive ? "sensitive" : null}
      </button>
    </Tooltip>
  );
}
