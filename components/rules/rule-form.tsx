"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { PageHead } from "@/components/frame/page-head";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import type { RuleAnswer } from "@/lib/rules/schema";
import { type KnownColumns, listed, type Names } from "./condition-words";
import {
  type Draft,
  draftOf,
  emptyDraft,
  inputOf,
  isSameDraft,
  type Problems,
  previewOf,
  problemsOf,
  type SlotName,
} from "./draft";
import { EffectPanes } from "./effect-panes";
import { EndRule } from "./end-rule";
import { ExtendMenu } from "./extend-menu";
import { RuleFormProvider } from "./form-context";
import { RuleSentence } from "./rule-sentence";
import { SaveProblem } from "./save-problem";
import { keptColumns, ruleTitle, SLOT_LABELS } from "./sentence";
import { slotOfField } from "./slot-of-field";
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
}: RuleFormProps) {
  const router = useRouter();
  const toast = useToast();
  const origin = rule ?? from;
  const [saved] = useState<Draft>(() => startOf(rule, from, timeZone));
  const [draft, setDraft] = useState(saved);
  const [openSlot, setOpenSlot] = useState<SlotName | null>(null);
  /** Empty slots are invitations first; only a press on "Save rule" makes them problems. */
  const [hasTried, setTried] = useState(false);

  const kept = { names: knownNames, columns: origin === null ? noColumns : keptColumns(origin) };
  const lists = useRuleLists(draft, openSlot, kept);
  const preview = usePreview(previewOf(draft, timeZone, today));
  const { save, isBusy, error, forget } = useSave(rule);
  const isDirty = !isSameDraft(draft, saved);
  const guard = useLeaveGuard(isDirty);
  const missing = problemsOf(draft, today);
  const path = rule === null ? `${LIST}/new` : `${LIST}/${rule.id}`;

  const change = (next: (draft: Draft) => Draft) => {
    forget();
    setDraft(next);
  };

  const problems: Problems = { ...(hasTried ? missing : {}) };
  for (const failure of [preview.error, error]) {
    const slot = failure === null ? null : slotOfField(failure.field);
    if (failure !== null && slot !== null) problems[slot] = failure.message;
  }

  const submit = async () => {
    const input = inputOf(draft, timeZone, today);
    setTried(true);
    if (input === null) {
      const [first] = Object.keys(missing) as SlotName[];
      return setOpenSlot(first ?? null);
    }
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
    const done = input === null ? null : await save(input);
    if (done === null) return;
    toast.show({ title: `${done.id} is extended` });
    router.refresh();
  };

  const toSay = hasTried
    ? (Object.keys(missing) as SlotName[]).map((slot) => SLOT_LABELS[slot].toLowerCase())
    : [];
  return (
    <>
      <PageHead
        back={
          <Link href={LIST} prefetch={false} className="no-underline hover:underline">
            Rules
          </Link>
        }
        title={rule === null ? "New rule" : `Rule ${rule.id}`}
        text={rule === null ? null : `Version ${rule.version}`}
        actions={
          rule === null ? (
            <span className="text-ink-3">Nothing is allowed until you save</span>
          ) : (
            <>
              {draft.ends === null ? null : (
                <ExtendMenu day={draft.ends.day} today={today} isBusy={isBusy} onExtend={extend} />
              )}
              <EndRule rule={rule} title={ruleTitle(rule, lists.names)} leave={guard.leave} />
            </>
          )
        }
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
          value={{ ...lists, draft, change, openSlot, setOpenSlot, problems, connections, timeZone, today }}
        >
          <RuleSentence />
        </RuleFormProvider>
        <EffectPanes draft={draft} names={lists.names} state={preview} missing={missing} path={path} />
        <footer className="sticky bottom-0 z-10 flex flex-col gap-2 rounded-b-panel border-t border-line bg-ground px-6 py-3 max-narrow:bottom-[calc(56px+env(safe-area-inset-bottom))] max-narrow:rounded-none max-narrow:px-4">
          {error ? (
            <SaveProblem
              error={error}
              ruleId={rule?.id ?? null}
              names={lists.names}
              path={path}
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
            <Button variant="primary" type="submit" isBusy={isBusy} disabled={rule !== null && !isDirty}>
              Save rule
            </Button>
          </div>
        </footer>
      </form>
      {guard.dialog}
    </>
  );
}

function startOf(rule: RuleAnswer | null, from: RuleAnswer | null, timeZone: string): Draft {
  if (rule !== null) return draftOf(rule, timeZone);
  return from === null ? emptyDraft : { ...draftOf(from, timeZone), starts: null, ends: null };
}
