"use client";

import { Sheet } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { nameOf } from "./condition-words";
import { withSheet } from "./draft";
import { useRuleForm } from "./form-context";
import { PersonPicker } from "./person-picker";
import { PickList } from "./pick-list";

/** First whose sheets, then which: nobody types an id. */
export function SheetPicker() {
  const { draft, change, setOpenSlot, sheets, names } = useRuleForm();
  const [isChoosingPerson, setChoosingPerson] = useState(draft.assume === null);
  const isPermit = draft.effect === "permit";
  if (isChoosingPerson || draft.assume === null)
    return (
      <>
        <p className="mb-2 text-s text-ink-2">
          {isPermit
            ? "Whose access opens it? The sheet is read as this person."
            : "Look through whose sheets? Only to find the one you mean."}
        </p>
        <PersonPicker onPicked={() => setChoosingPerson(false)} />
      </>
    );
  const options = sheets.list.map(({ id, name }) => ({
    id,
    label: name,
    icon: <Sheet aria-hidden="true" />,
  }));
  return (
    <>
      <p className="mb-2 text-s text-ink-2">Sheets {nameOf(draft.assume, names)} can open</p>
      <PickList
        key={draft.assume}
        label="Sheet"
        placeholder="Name of the sheet"
        options={options}
        value={draft.sheet?.id ?? null}
        onPick={(id) => {
          const sheet = sheets.list.find((each) => each.id === id);
          if (sheet) change((before) => withSheet(before, { id, name: sheet.name }));
          setOpenSlot(null);
        }}
        source={sheets}
        emptyText="This person can open no sheet"
      />
      <Button size="s" variant="quiet" className="mt-1 self-start" onClick={() => setChoosingPerson(true)}>
        Look through somebody else's sheets
      </Button>
    </>
  );
}
