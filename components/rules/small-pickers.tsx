"use client";

import type { KeyboardEvent } from "react";
import { RadioGroup } from "@/components/ui/radio-group";
import { Switch } from "@/components/ui/switch";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { Action } from "@/lib/policy/types";
import { withAction, withConnection, withEffect } from "./draft-edits";
import { LONGEST_TICKET } from "./draft-problems";
import { useRuleForm } from "./form-context";

export function EffectPicker() {
  const { draft, change } = useRuleForm();
  return (
    <RadioGroup
      label="Effect"
      hidesLabel
      value={draft.effect}
      onValueChange={(effect) => change((before) => withEffect(before, effect))}
      options={[
        { value: "permit", label: "May", hint: "Opens the sheet with somebody else's access, until a day." },
        {
          value: "forbid",
          label: "May never",
          hint: "Takes away, whatever other rules or the person's own access allow.",
        },
      ]}
    />
  );
}

const EXTRA: { action: Exclude<Action, "read">; label: string; hint: string }[] = [
  { action: "share", label: "Share", hint: "Make links that show at most this." },
  { action: "export", label: "Export", hint: "Take it away as a file." },
  { action: "print", label: "Print", hint: "Put it on paper." },
  { action: "attachments", label: "Open attachments", hint: "Files on the rows they see." },
  { action: "comments", label: "Read comments", hint: "Discussions on the rows they see." },
  { action: "history", label: "See history", hint: "Who changed a cell, and when." },
];

export function ActionsPicker() {
  const { draft, change } = useRuleForm();
  return (
    <div className="flex flex-col gap-2.5">
      <Switch label="Read" hint="Always part of it." checked disabled />
      {EXTRA.map(({ action, label, hint }) => (
        <Switch
          key={action}
          label={label}
          hint={hint}
          checked={draft.actions.includes(action)}
          onCheckedChange={(isOn) => change((before) => withAction(before, action, isOn))}
        />
      ))}
    </div>
  );
}

export function ConnectionPicker() {
  const { draft, change, connections } = useRuleForm();
  return (
    <RadioGroup
      label="Connection"
      hidesLabel
      value={draft.connectionId ?? connections[0]?.id ?? ""}
      onValueChange={(connectionId) => change((before) => withConnection(before, connectionId))}
      options={connections.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}

/** Why, and where it was asked for. Enter in either closes the picker. */
export function ReasonPicker() {
  const { draft, change, setOpenSlot } = useRuleForm();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    setOpenSlot(null);
  };
  return (
    <div className="flex flex-col gap-3">
      <TextArea
        label="Because"
        hint="For whoever reads this rule later. Enter when done."
        value={draft.reason}
        maxLength={500}
        onValueChange={(reason) =>
          change((before) => ({ ...before, reason: reason.replace(/\s*\n\s*/g, " ") }))
        }
        onKeyDown={onKeyDown}
      />
      <TextField
        label="Ticket"
        isOptional
        hint="Number or address of the request, in another system."
        value={draft.ticket}
        maxLength={LONGEST_TICKET}
        onValueChange={(ticket) => change((before) => ({ ...before, ticket }))}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
