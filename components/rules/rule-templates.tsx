"use client";

import { useEffect, useEffectEvent } from "react";
import { Button } from "@/components/ui/button";
import { emptyDraft, isSameDraft } from "./draft";
import { errorLine, useRuleForm } from "./form-context";
import { type Begun, fromSheet, TEMPLATES, type TemplateName, untilProjectEnds, WAITING } from "./templates";

/** A template in use. Without a note it waits for its sheet. */
export interface Template {
  name: TemplateName;
  note: string | null;
}

/** Ways to begin, over a sentence nobody has begun; then what was preset. Everything stays editable. */
export function RuleTemplates() {
  const { draft, template } = useRuleForm();
  const { start, reset } = useTemplate();
  const frame = "flex flex-wrap items-center gap-x-1 gap-y-1 px-6 pt-4 text-s text-ink-3 max-narrow:px-4";
  if (template === null)
    return isSameDraft(draft, emptyDraft) ? (
      <div className={frame}>
        <span className="mr-1">Begin with</span>
        {TEMPLATES.map(({ name, label, hint }) => (
          <Button key={name} size="s" variant="quiet" title={hint} onClick={() => start(name)}>
            {label}
          </Button>
        ))}
      </div>
    ) : null;
  return (
    <div className={frame}>
      <Note name={template.name} note={template.note} />
      <Button size="s" variant="quiet" onClick={reset}>
        Begin empty
      </Button>
    </div>
  );
}

function Note({ name, note }: Template) {
  const { sheetColumns } = useRuleForm();
  if (note === null && sheetColumns.error)
    return (
      <p role="alert" className="text-danger">
        {errorLine(sheetColumns.error)}{" "}
        <Button size="s" onClick={sheetColumns.retry}>
          Try again
        </Button>
      </p>
    );
  return (
    <p role="status" className="min-w-0 text-pretty">
      {note ?? (name === "project_end" ? null : WAITING[name])}
    </p>
  );
}

function useTemplate() {
  const { draft, change, setOpenSlot, setKind, sheetColumns, template, setTemplate, today } = useRuleForm();
  const waiting = template !== null && template.note === null ? template.name : null;

  const put = (name: TemplateName, { draft: next, note, opens }: Begun) => {
    change(() => next);
    setTemplate({ name, note });
    setOpenSlot(opens);
  };
  const begin = useEffectEvent(() => {
    if (waiting === null || waiting === "project_end" || draft.resource === null) return;
    if (draft.resource.type !== "sheet")
      setTemplate({
        name: waiting,
        note: "This needs the columns of one sheet: choose columns and rows yourself.",
      });
    else if (sheetColumns.status === "ready") put(waiting, fromSheet(waiting, draft, sheetColumns.list));
  });
  const { resource } = draft;
  // biome-ignore lint/correctness/useExhaustiveDependencies: these tell that what the template waits for may be there.
  useEffect(() => begin(), [waiting, resource, sheetColumns.status]);

  return {
    start: (name: TemplateName) => {
      if (name === "project_end") return put(name, untilProjectEnds(draft, today));
      setTemplate({ name, note: null });
      setKind("sheet");
      setOpenSlot("resource");
    },
    reset: () => {
      change(() => emptyDraft);
      setTemplate(null);
      setOpenSlot(null);
    },
  };
}
