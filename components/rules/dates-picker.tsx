"use client";

import { Button } from "@/components/ui/button";
import { DateField } from "@/components/ui/date-field";
import { useRuleForm } from "./form-context";
import { FreshField } from "./fresh-field";
import { HoursFields } from "./hours-fields";
import { quickEnds } from "./zone-days";

const LAST_DAY = "9999-12-31";

/** From when until when, at which hours and how fresh; the end first, because a permit must have one. */
export function DatesPicker() {
  const { draft, change, today, timeZone } = useRuleForm();
  const isPermit = draft.effect === "permit";
  const earliestEnd = draft.starts && draft.starts.day > today ? draft.starts.day : today;
  return (
    <div className="flex flex-col gap-4">
      <DateField
        label="Last day"
        hint={`Ends at midnight, ${timeZone}`}
        value={draft.ends?.day ?? ""}
        min={earliestEnd}
        max={LAST_DAY}
        picks={quickEnds(today)}
        onValueChange={(day) => change((before) => ({ ...before, ends: day === "" ? null : { day } }))}
      />
      {!isPermit && draft.ends !== null ? (
        <Button size="s" className="w-fit" onClick={() => change((before) => ({ ...before, ends: null }))}>
          Until further notice
        </Button>
      ) : null}
      <DateField
        label="First day"
        isOptional
        hint="Left empty, it begins when you save."
        value={draft.starts?.day ?? ""}
        max={draft.ends?.day ?? LAST_DAY}
        onValueChange={(day) => change((before) => ({ ...before, starts: day === "" ? null : { day } }))}
      />
      <HoursFields />
      <FreshField />
    </div>
  );
}
