"use client";

import { cx } from "@/components/ui/class-names";
import { Switch } from "@/components/ui/switch";
import { TextField } from "@/components/ui/text-field";
import type { HoursInput } from "@/lib/rules/schema";
import { hoursProblem } from "./draft-problems";
import { useRuleForm } from "./form-context";
import { endInField, endOfField, officeHours, WEEKDAYS, withDay } from "./hours-words";

/** On which days of the week and between which times, if not at any hour. */
export function HoursFields() {
  const { draft, change, timeZone } = useRuleForm();
  const { hours } = draft;
  const put = (next: HoursInput | null) => change((before) => ({ ...before, hours: next }));
  const problem = hours === null ? null : hoursProblem(hours);
  return (
    <div className="flex flex-col gap-3 border-t border-line pt-4">
      <Switch
        label="Only at certain hours"
        hint={`Every week, ${timeZone}`}
        checked={hours !== null}
        onCheckedChange={(isOn) => put(isOn ? officeHours : null)}
      />
      {hours === null ? null : (
        <>
          <fieldset className="flex flex-wrap gap-1">
            <legend className="sr-only">Days of the week</legend>
            {WEEKDAYS.map(({ day, short, long }) => (
              <DayButton
                key={day}
                short={short}
                long={long}
                isOn={hours.days.includes(day)}
                onToggle={(isOn) => put(withDay(hours, day, isOn))}
              />
            ))}
          </fieldset>
          <div className="flex items-start gap-3">
            <TextField
              type="time"
              label="From"
              value={hours.from}
              onValueChange={(from) => put({ ...hours, from })}
              fieldClassName="w-28"
            />
            <TextField
              type="time"
              label="To"
              hint="00:00 is midnight at its end."
              value={endInField(hours.to)}
              onValueChange={(to) => put({ ...hours, to: endOfField(to) })}
              fieldClassName="w-44"
            />
          </div>
          {problem === null ? null : <p className="text-s text-danger">{problem}</p>}
        </>
      )}
    </div>
  );
}

interface DayButtonProps {
  short: string;
  long: string;
  isOn: boolean;
  onToggle: (isOn: boolean) => void;
}

function DayButton({ short, long, isOn, onToggle }: DayButtonProps) {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      aria-label={long}
      onClick={() => onToggle(!isOn)}
      className={cx(
        "h-[26px] min-w-11 rounded-control border px-2 text-s transition-colors duration-enter pointer-coarse:h-10",
        isOn
          ? "border-accent bg-accent-soft font-strong text-ink"
          : "border-line-strong bg-surface text-ink-2 enabled-hover:bg-hover enabled-hover:text-ink",
      )}
    >
      {short}
    </button>
  );
}
