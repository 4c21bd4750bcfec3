"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { DateField } from "@/components/ui/date-field";
import { Notice } from "@/components/ui/notice";
import { exactDay } from "@/components/ui/relative-text";
import { TextField } from "@/components/ui/text-field";
import type { ActionError } from "@/lib/actions/define-action";
import { dayIn } from "@/lib/clock";
import { createLink } from "@/lib/share-links/actions";
import type { MadeLink } from "@/lib/share-links/schema";
import { ColumnChoice } from "./column-choice";
import { addDays, endPicks } from "./end-days";
import { newPassword } from "./new-password";
import type { ShareDialogProps } from "./share-dialog";

export interface MadeLinkWithPassword {
  link: MadeLink;
  password: string | null;
}

interface ShareFormProps extends ShareDialogProps {
  onCancel: () => void;
  onMade: (made: MadeLinkWithPassword) => void;
}

const FIELDS = new Set(["title", "columns", "endsAt", "password"]);
const OFFLINE = "Sheetpass cannot be reached. Check your network and try again.";

export function ShareForm({ sheet, columns, endsBefore, timeZone, onCancel, onMade }: ShareFormProps) {
  const today = dayIn(timeZone, new Date());
  const [title, setTitle] = useState("");
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [day, setDay] = useState(() => addDays(today, 30));
  const [password, setPassword] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<Partial<ActionError> & { message: string }>();
  const errorAt = (field: string) => (error?.field?.split(".")[0] === field ? error.message : undefined);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    if (left.size === columns.length)
      return setError({ field: "columns", message: "Leave at least one column in the link." });
    setBusy(true);
    setError(undefined);
    try {
      // The calendar is needed only here, and it is not small.
      const { endOfDay } = await import("@/lib/days");
      const chosen = columns.filter(({ id }) => !left.has(id)).map(({ id }) => id);
      const result = await createLink({
        sheetId: sheet.id,
        ...(title.trim() === "" ? {} : { title: title.trim() }),
        columns: left.size === 0 ? { mode: "all" } : { mode: "only", ids: chosen },
        endsAt: endOfDay(day, timeZone),
        ...(password === "" ? {} : { password }),
      });
      if (result.ok) onMade({ link: result.value, password: password === "" ? null : password });
      else setError(result.error);
    } catch {
      setError({ message: day === "" ? "Choose the last day of the link." : OFFLINE });
    } finally {
      setBusy(false);
    }
  };

  return (
    <form onSubmit={submit} className="flex flex-col gap-5" noValidate>
      <TextField
        label="Title"
        isOptional
        value={title}
        onValueChange={setTitle}
        placeholder={sheet.name}
        maxLength={120}
        hint="What readers see at the top."
        error={errorAt("title")}
      />
      <ColumnChoice columns={columns} left={left} onLeftChange={setLeft} error={errorAt("columns")} />
      <DateField
        label="Last day"
        value={day}
        onValueChange={setDay}
        min={today}
        picks={endPicks(today)}
        required
        hint={
          endsBefore === null
            ? `The link ends with this day (${timeZone}).`
            : `The link ends with this day (${timeZone}), or with your own access on ${exactDay(new Date(Date.parse(endsBefore) - 1), timeZone)} if that is sooner.`
        }
        error={errorAt("endsAt")}
      />
      <TextField
        label="Password"
        isOptional
        value={password}
        onValueChange={setPassword}
        autoComplete="off"
        spellCheck={false}
        minLength={8}
        maxLength={200}
        hint="At least 8 characters. Readers type it before they see anything."
        error={errorAt("password")}
        after={
          <Button
            size="s"
            variant="quiet"
            className="-mr-2 text-ink"
            onClick={() => setPassword(newPassword())}
          >
            Make one
          </Button>
        }
      />
      {error && !FIELDS.has(error.field?.split(".")[0] ?? "") ? (
        <Notice tone="danger" role="alert">
          {error.message}
          {error.requestId ? (
            <span className="block text-xs text-ink-2">
              Request <span className="font-mono select-all">{error.requestId}</span>
            </span>
          ) : null}
        </Notice>
      ) : null}
      <div className="flex flex-wrap justify-end gap-2">
        <Button variant="quiet" onClick={onCancel}>
          Cancel
        </Button>
        <Button type="submit" variant="primary" isBusy={isBusy}>
          Make link
        </Button>
      </div>
    </form>
  );
}
