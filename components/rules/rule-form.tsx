"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import type { RuleAnswer } from "@/lib/rules/schema";
import { conflictsOf } from "./changes";
import { type KnownColumns, listed, type Names } from "./condition-words";
import { type Draft, isSameDraft, type Problems, type ResourceType, type SlotName, startOf } from "./draft";
import { foreseenOf, inputOf, previewOf } from "./draft-input";
import { problemsOf } from "./draft-problems";
import { EffectPanes } from "./effect-panes";
import { ForesightPane } from "./foresight-pane";
import { RuleFormProvider } from "./form-context";
import { FormHead } from "./form-head";
import { RuleSentence } from "./rule-sentence";
import { RuleTemplates, type Template } from "./rule-templates";
import { SaveProblem } from "./save-problem";
import { keptColumns, ruleTitle } from "./sentence";
import { slotLabel } from "./slot-labels";
import { slotOfField } from "./slot-of-field";
import { useForesight } from "./use-foresight";
import { useLeaveGuard } from "./use-leave-guard";
import { usePreview } from "./use-preview";
import { useRuleLists } from "./use-rule-lists";
import { useSave } from "./use-save";

interface RuleFormProps {
  /** The rule to change; null for a new one. */
  rule: RuleAnswer | null;
  /** A rule to begin a new one with: its words without its end. */
  from?: RuleAnswer | null;
  names: Names;
  connections: readonly { id: string; name: string }[];
  timeZone: string;
  /** `YYYY-MM-DD` in `timeZone`. */
  today: string;
  /** Stands in the head: to pause the rule, or that it is paused. */
  pause?: ReactNode;
}

const LIST = "/admin/rules";
const noColumns: KnownColumns = {};

/** The product's centre: one writes a rule as a sentence, with what it does under it before it is saved. */
export function RuleForm({
  rule,
  from = null,
  names: knownNames,
  connections,
  timeZone,
  today,
  pause,
}: RuleFormProps) {
  const router = useRouter();
  const toast = useToast();
  const origin = rule ?? from;
  const [saved] = useState<Draft>(() => startOf(rule, from, timeZone));
  const [draft, setDraft] = useState(saved);
  const [openSlot, setOpenSlot] = useState<SlotName | null>(null);
  const [kind, setKind] = useState<ResourceType>(saved.resource?.type ?? "sheet");
  const [template, setTemplate] = useState<Template | null>(null);
  /** Empty slots are invitations first; only a press on "Save rule" makes them problems. */
  const [hasTried, setTried] = useState(false);

  const kept = { names: knownNames, columns: origin === null ? noColumns : keptColumns(origin) };
  const wantsColumns = template !== null && template.note === null;
  const lists = useRuleLists(draft, { openSlot, kind, wantsColumns }, kept);
  const preview = usePreview(previewOf(draft, timeZone, today));
  const { save, isBusy, error, forget } = useSave(rule);
  const isDirty = !isSameDraft(draft, saved);
  const isKept = rule !== null && !isDirty;
  const foreseen = isKept ? null : foreseenOf(draft, timeZone, today);
  const foresight = useForesight(foreseen && { id: rule?.id ?? null, rule: foreseen });
  const guard = useLeaveGuard(isDirty);
  const missing = problemsOf(draft, today);
  const path = rule === null ? `${LIST}/new` : `${LIST}/${rule.id}`;

  const change = (next: (draft: Draft) => Draft) => {
    forget();
    setDraft(next);
  };

  const markColumn: typeof lists.markColumn = async (...mark) => {
    const isMarked = await lists.markColumn(...mark);
    if (isMarked) for (const { retry } of [preview, foresight]) retry();
    return isMarked;
  };

  const problems: Problems = { ...(hasTried ? missing : {}) };
  for (const failure of [foresight.error, preview.error, error]) {
    const slot = failure === null ? null : slotOfField(failure.field);
    if (failure !== null && slot !== null) problems[slot] = failure.message;
  }

  const showMissing = () => {
    setTried(true);
    const [first] = Object.keys(missing) as SlotName[];
    setOpenSlot(first ?? null);
  };

  const submit = async () => {
    const input = inputOf(draft, timeZone, today);
    if (input === null) return showMissing();
    setTried(true);
    const done = await save(input);
    if (done === null) return;
    toast.show({
      title: rule === null ? `${done.id} is saved` : `${done.id} is changed`,
      text: ruleTitle(done, lists.names),
    });
    guard.leave(() => router.push(LIST));
    router.refresh();
  };

  const extend = async (day: string) => {
    if (isDirty) return change((before) => ({ ...before, ends: { day } }));
    const input = inputOf({ ...saved, ends: { day } }, timeZone, today);
    if (input === null) return showMissing();
    const done = await save(input);
    if (done === null) return;
    toast.show({ title: `${done.id} is extended` });
    router.refresh();
  };

  const toSay = hasTried
    ? (Object.keys(missing) as SlotName[]).map((slot) => slotLabel(draft, slot).toLowerCase())
    : [];
  return (
    <>
      <FormHead
        {...{ rule, draft, today, isBusy, pause }}
        names={lists.names}
        onExtend={extend}
        leave={guard.leave}
      />
      <form
        noValidate
        aria-label={rule === null ? "New rule" : `Rule ${rule.id}`}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
        className="mx-6 mt-2 mb-6 flex max-w-[860px] flex-col rounded-panel border border-line bg-surface shadow-float max-narrow:mx-0 max-narrow:mb-0 max-narrow:rounded-none max-narrow:border-x-0 max-narrow:shadow-none"
      >
        <RuleFormProvider
          value={{
            ...lists,
            ...{ draft, change, openSlot, setOpenSlot, problems, connections, timeZone, today },
            ...{ kind, setKind, template, setTemplate, markColumn },
          }}
        >
          {rule === null && from === null ? <RuleTemplates /> : null}
          <RuleSentence />
        </RuleFormProvider>
        <EffectPanes draft={draft} names={lists.names} state={preview} missing={missing} path={path} />
        <ForesightPane
          {...{ state: foresight, isUnchanged: isKept, isBlocked: preview.error !== null }}
          {...{ path, timeZone }}
        />
        <footer className="sticky bottom-0 z-10 flex flex-col gap-2 rounded-b-panel border-t border-line bg-ground px-6 py-3 max-narrow:bottom-[calc(56px+env(safe-area-inset-bottom))] max-narrow:rounded-none max-narrow:px-4">
          {error ? (
            <SaveProblem
              error={error}
              ruleId={rule?.id ?? null}
              names={lists.names}
              path={path}
              conflictsWith={(newer) =>
                conflictsOf(
                  newer,
                  { draft, columns: lists.columns },
                  { names: lists.names, connections, timeZone },
                )
              }
              onLoadNewer={() => guard.leave(() => window.location.reload())}
            />
          ) : null}
          <div className="flex items-center gap-2">
            <p role="status" className="min-w-0 flex-1 text-s text-danger">
              {toSay.length > 0 ? `Still to say: ${listed(toSay)}` : null}
            </p>
            <Button variant="quiet" onClick={() => guard.askOr(() => router.push(LIST))}>
              Cancel
            </Button>
            <Button variant="primary" type="submit" isBusy={isBusy} disabled={isKept}>
              Save rule
            </Button>
          </div>
        </footer>
      </form>
      {guard.dialog}
    </>
  );
}
