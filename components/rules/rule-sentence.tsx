"use client";

import type { ReactNode } from "react";
import { ColumnsPicker } from "./columns-picker";
import { DatesPicker } from "./dates-picker";
import type { SlotName } from "./draft";
import { useRuleForm } from "./form-context";
import { PersonPicker } from "./person-picker";
import { ResourcePicker } from "./resource-picker";
import { RowsPicker } from "./rows-picker";
import { piecesOf } from "./sentence";
import { SlotPopover } from "./slot-popover";
import { ActionsPicker, ConnectionPicker, EffectPicker, ReasonPicker } from "./small-pickers";
import { WhoPicker } from "./who-picker";

const pickers: Record<SlotName, ReactNode> = {
  who: <WhoPicker />,
  effect: <EffectPicker />,
  actions: <ActionsPicker />,
  resource: <ResourcePicker />,
  assume: <PersonPicker />,
  connection: <ConnectionPicker />,
  columns: <ColumnsPicker />,
  rows: <RowsPicker />,
  starts: <DatesPicker />,
  ends: <DatesPicker />,
  hours: <DatesPicker />,
  fresh: <DatesPicker />,
  reason: <ReasonPicker />,
  ticket: <ReasonPicker />,
};

const wide = "w-[460px] max-w-[calc(100vw-16px)]";

const widths: Partial<Record<SlotName, string>> = {
  columns: wide,
  rows: "w-[640px] max-w-[calc(100vw-16px)]",
  starts: wide,
  ends: wide,
  hours: wide,
  fresh: wide,
};

/** Columns named in full in the sentence; the rest is "+ 3", and the picker has them all. */
const MOST_COLUMNS = 4;

/** The rule as a sentence whose slots open their pickers. */
export function RuleSentence() {
  const { draft, names, columns, connections, problems, openSlot, setOpenSlot } = useRuleForm();
  const pieces = piecesOf(draft, { names, columns, connections, most: MOST_COLUMNS, open: openSlot });
  return (
    <p className="px-6 py-5 text-sentence tracking-[-0.005em] max-narrow:px-4">
      {pieces.map((piece, place) =>
        typeof piece === "string" ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: joining words have no name but their place.
          <span key={`word ${place}`}>{piece}</span>
        ) : (
          <SlotPopover
            key={piece.slot}
            slot={piece}
            open={openSlot === piece.slot}
            onOpenChange={(isOpen) => setOpenSlot(isOpen ? piece.slot : null)}
            problem={problems[piece.slot]}
            width={widths[piece.slot]}
          >
            {pickers[piece.slot]}
          </SlotPopover>
        ),
      )}
    </p>
  );
}
