"use client";

import type { ReactNode } from "react";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import type { MaskInput } from "@/lib/rules/schema";
import type { ColumnsChoice } from "./draft";
import { maskOf, withMask } from "./draft-edits";
import { useRuleForm } from "./form-context";
import { MASK_KINDS, type MaskKind, maskExample, maskProblem, newMask } from "./mask-words";

interface ColumnLineProps {
  by: ColumnsChoice["by"];
  name: string;
  title: string;
  /** Undefined where only the title is known. */
  type?: string;
  /** Whether the rule shows the column, so that it could be masked. */
  isMaskable: boolean;
  /** The column itself: its box or its title. */
  children: ReactNode;
}

/** A column and, where the rule shows it, how its values read: in full or masked. */
export function ColumnLine({ by, name, title, type, isMaskable, children }: ColumnLineProps) {
  const { draft, change } = useRuleForm();
  // Under "all" a rule made elsewhere may name a sheet's column by its title.
  const isTitled = by === "id" && maskOf(draft, by, name) === null && maskOf(draft, "title", title) !== null;
  const target = isTitled ? (["title", title] as const) : ([by, name] as const);
  const mask = isMaskable ? maskOf(draft, ...target) : null;
  const put = (next: MaskInput | null) => change((before) => withMask(before, ...target, next));
  const pickKind = (kind: MaskKind | "full") => {
    if (kind !== mask?.kind) put(kind === "full" ? null : newMask(kind));
  };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-2">
      <div className="min-w-0">{children}</div>
      {isMaskable ? (
        <Select<MaskKind | "full">
          aria-label={`How ${title} is shown`}
          value={mask?.kind ?? "full"}
          onValueChange={pickKind}
          options={[
            { value: "full", label: "In full" },
            ...MASK_KINDS.map(({ kind, label }) => ({
              value: kind,
              label,
              hint: maskExample(kind === mask?.kind ? mask : newMask(kind), type),
            })),
          ]}
          className="h-6! min-w-28! text-s pointer-coarse:h-10!"
        />
      ) : null}
      {mask === null ? null : <MaskDetail mask={mask} title={title} type={type} onChange={put} />}
    </div>
  );
}

interface MaskDetailProps {
  mask: MaskInput;
  title: string;
  type?: string;
  onChange: (mask: MaskInput) => void;
}

/** What the mask needs to know, and a word of what it will look like. */
function MaskDetail({ mask, title, type, onChange }: MaskDetailProps) {
  const problem = maskProblem(mask);
  return (
    <div className="col-span-2 flex flex-wrap items-center gap-x-3 gap-y-1 pb-1 pl-6 text-s text-ink-3">
      {mask.kind === "bucket" ? (
        <TextField
          type="number"
          inputMode="numeric"
          min={2}
          aria-label={`How wide a range of ${title} is`}
          value={mask.size === 0 ? "" : String(mask.size)}
          onValueChange={(text) => onChange({ kind: "bucket", size: Math.abs(Number(text)) })}
          before="ranges of"
          fieldClassName="w-44"
        />
      ) : null}
      {mask.kind === "constant" ? (
        <TextField
          aria-label={`Text shown for ${title}`}
          placeholder="Text"
          maxLength={100}
          value={mask.text}
          onValueChange={(text) => onChange({ kind: "constant", text })}
          fieldClassName="w-44"
        />
      ) : null}
      {problem === null ? (
        <span>
          Reads like <span className="text-ink tabular-nums">{maskExample(mask, type)}</span>
        </span>
      ) : (
        <span className="text-danger">{problem}</span>
      )}
    </div>
  );
}
