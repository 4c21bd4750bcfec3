"use client";

import { FileChartColumn, Folder, Layers, Sheet } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import type { ComboOption } from "@/components/ui/combobox-option";
import { Segmented } from "@/components/ui/segmented";
import { nameOf } from "./condition-words";
import type { ResourceType } from "./draft";
import { isOverMany } from "./draft";
import { withResource } from "./draft-edits";
import { useRuleForm } from "./form-context";
import { PersonPicker } from "./person-picker";
import { PickList } from "./pick-list";

const KINDS: readonly { value: ResourceType; label: string }[] = [
  { value: "sheet", label: "Sheet" },
  { value: "report", label: "Report" },
  { value: "folder", label: "Folder" },
  { value: "workspace", label: "Workspace" },
];

const ICONS: Record<ResourceType, ReactNode> = {
  sheet: <Sheet aria-hidden="true" />,
  report: <FileChartColumn aria-hidden="true" />,
  folder: <Folder aria-hidden="true" />,
  workspace: <Layers aria-hidden="true" />,
};

/** First whose sheets, then which, or which folder holds them: nobody types an id. */
export function ResourcePicker() {
  const { draft, names } = useRuleForm();
  const [isChoosingPerson, setChoosingPerson] = useState(draft.assume === null);
  if (isChoosingPerson || draft.assume === null)
    return (
      <>
        <p className="mb-2 text-s text-ink-2">
          {draft.effect === "permit"
            ? "Whose access opens it? The sheet is read as this person."
            : "Look through whose sheets? Of a folder or workspace, their view also tells what lies below it."}
        </p>
        <PersonPicker onPicked={() => setChoosingPerson(false)} />
      </>
    );
  return (
    <>
      <p className="mb-2 text-s text-ink-2">What {nameOf(draft.assume, names)} can open</p>
      <PlaceList assume={draft.assume} />
      <Button size="s" variant="quiet" className="mt-1 self-start" onClick={() => setChoosingPerson(true)}>
        Look through somebody else's sheets
      </Button>
    </>
  );
}

function PlaceList({ assume }: { assume: string }) {
  const { draft, change, setOpenSlot, sheets, places, kind, setKind } = useRuleForm();
  const found: { id: string; name: string; path?: string[] }[] =
    kind === "sheet" ? [...sheets.list] : places.list.filter(({ type }) => type === kind);
  const options = found.map(
    ({ id, name, path = [] }): ComboOption => ({
      id,
      label: name,
      icon: ICONS[kind],
      ...(path.length > 0 ? { secondary: path.join(" / ") } : {}),
    }),
  );
  const pick = (id: string) => {
    const place = found.find((each) => each.id === id);
    if (place) change((before) => withResource(before, { type: kind, id, name: place.name }));
    setOpenSlot(null);
  };
  return (
    <>
      <Segmented
        label="What it is about"
        options={KINDS}
        value={kind}
        onValueChange={setKind}
        className="mb-2 self-start"
      />
      <PickList
        key={assume}
        label={KINDS.find(({ value }) => value === kind)?.label ?? "Sheet"}
        placeholder={`Name of the ${kind}`}
        options={options}
        value={draft.resource?.type === kind ? draft.resource.id : null}
        onPick={pick}
        source={kind === "sheet" ? sheets : places}
        emptyText={`This person can open no ${kind}`}
      />
      {isOverMany({ type: kind }) ? (
        <p className="mt-2 text-s text-ink-3">
          Stands for every sheet and report in it, at any depth, also for those added later.
        </p>
      ) : null}
    </>
  );
}
