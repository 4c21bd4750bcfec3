"use client";

import { ChevronDown } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import { addDays } from "@/lib/policy/times";
import { dayWords } from "./condition-words";
import { addMonths, quickEnds } from "./zone-days";

interface ExtendMenuProps {
  /** The last day as it stands. */
  day: string;
  today: string;
  isBusy: boolean;
  onExtend: (day: string) => void;
}

/** Later ends worth one press, counted from the present end. */
export function ExtendMenu({ day, today, isBusy, onExtend }: ExtendMenuProps) {
  const from = day > today ? day : today;
  const ends = [
    { label: "1 week longer", value: addDays(from, 7) ?? from },
    { label: "1 month longer", value: addMonths(from, 1) },
    { label: "3 months longer", value: addMonths(from, 3) },
    ...quickEnds(from).slice(-1),
  ];
  return (
    <Menu
      trigger={
        <Button iconAfter={<ChevronDown aria-hidden="true" />} isBusy={isBusy}>
          Extend
        </Button>
      }
      items={ends
        .filter(({ value }) => value > day)
        .map(({ label, value }) => ({ label, hint: dayWords(value), onSelect: () => onExtend(value) }))}
    />
  );
}
