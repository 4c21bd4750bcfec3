"use client";

import { Plus, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import { Select } from "@/components/ui/select";
import { MAX_DEPTH } from "@/lib/policy/condition-problems";
import { ConditionRow } from "./condition-row";
import { type DraftGroup, type DraftPart, isGroup, newCondition, newGroup } from "./draft-rows";

interface ConditionGroupProps {
  group: DraftGroup;
  /** From 1. */
  depth: number;
  onChange: (group: DraftGroup) => void;
  onRemove?: () => void;
}

const MATCHES = [
  { value: "all", label: "all of these" },
  { value: "any", label: "any of these" },
  { value: "none", label: "none of these" },
] as const;

/** Lines joined by all, any or none, and groups inside them. */
export function ConditionGroupEditor({ group, depth, onChange, onRemove }: ConditionGroupProps) {
  const put = (key: string, next: DraftPart | null) =>
    onChange({ ...group, parts: group.parts.flatMap((part) => (part.key === key ? (next ?? []) : part)) });
  const add = (part: DraftPart) => onChange({ ...group, parts: [...group.parts, part] });
  const isOuter = depth === 1;
  return (
    <fieldset className={cx("flex min-w-0 flex-col gap-2", !isOuter && "border-l-2 border-line-strong pl-3")}>
      <legend className="sr-only">{isOuter ? "Conditions" : "Group of conditions"}</legend>
      <div className="flex items-center gap-2">
        <Select
          aria-label="How the conditions are joined"
          options={MATCHES}
          value={group.match}
          onValueChange={(match) => onChange({ ...group, match })}
        />
        <span className="flex-1 text-ink-2">hold</span>
        {onRemove ? (
          <IconButton label="Remove this group" size="s" icon={<X aria-hidden="true" />} onClick={onRemove} />
        ) : null}
      </div>
      {group.parts.map((part) =>
        isGroup(part) ? (
          <ConditionGroupEditor
            key={part.key}
            group={part}
            depth={depth + 1}
            onChange={(next) => put(part.key, next)}
            onRemove={() => put(part.key, null)}
          />
        ) : (
          <ConditionRow
            key={part.key}
            condition={part}
            onChange={(next) => put(part.key, next)}
            onRemove={isOuter && group.parts.length === 1 ? undefined : () => put(part.key, null)}
          />
        ),
      )}
      <div className="flex gap-1">
        <Button
          size="s"
          variant="quiet"
          icon={<Plus aria-hidden="true" />}
          onClick={() => add(newCondition())}
        >
          Add condition
        </Button>
        {depth < MAX_DEPTH ? (
          <Button
            size="s"
            variant="quiet"
            icon={<Plus aria-hidden="true" />}
            onClick={() => add(newGroup(group.match === "all" ? "any" : "all"))}
          >
            Add group
          </Button>
        ) : null}
      </div>
    </fieldset>
  );
}
