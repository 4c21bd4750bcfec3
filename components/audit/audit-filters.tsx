"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { ToolRow } from "@/components/frame/tool-row";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { Combobox, type ComboOption } from "@/components/ui/combobox";
import { Select } from "@/components/ui/select";
import { Spinner } from "@/components/ui/spinner";
import type { AuditNames } from "./audit-names";
import { decisionOptions } from "./decision-mark";
import { actionOptions, auditHref, type EventFilters } from "./event-filters";

interface AuditFiltersProps extends AuditNames {
  filters: EventFilters;
}

/** "Any" needs a value of its own: a select shows its placeholder for an empty one. */
const any = "any";
const unlessAny = (value: string) => (value === any ? undefined : value);

/** Each choice is an address of its own, so that what one looks at can be kept and passed on. */
export function AuditFilters({ filters, sheetNames, people }: AuditFiltersProps) {
  const router = useRouter();
  const [isBusy, startTransition] = useTransition();
  const look = (change: EventFilters) =>
    startTransition(() => router.push(auditHref({ ...filters, ...change }), { scroll: false }));
  const sheets = Object.entries(sheetNames).map(([id, label]) => ({ id, label, secondary: id }));
  const persons = people.map(({ id, name, email }) => ({
    id,
    label: name,
    secondary: email,
    hasAvatar: true,
  }));
  const isFiltered = Object.values(filters).some(Boolean);
  return (
    <ToolRow label="Look for" end={isBusy ? <Spinner label="Looking" /> : undefined}>
      <Combobox
        aria-label="Sheet"
        placeholder="Any sheet"
        className="w-44"
        value={chosen(filters.sheetId, sheets, "Sheet")}
        onValueChange={(next) => look({ sheetId: next?.id })}
        options={sheets}
        custom={sheetById}
        emptyText="No such sheet here. Type its id"
      />
      <Combobox
        aria-label="Person"
        placeholder="Anybody"
        className="w-44"
        value={chosen(filters.actorId, persons, "Person")}
        onValueChange={(next) => look({ actorId: next?.id })}
        options={persons}
      />
      <Select
        aria-label="What"
        className="w-44"
        value={filters.action ?? any}
        options={[{ value: any, label: "Anything done" }, ...actionOptions]}
        onValueChange={(action) => look({ action: unlessAny(action) })}
      />
      <Select
        aria-label="Result"
        className="w-32"
        value={filters.decision ?? any}
        options={[{ value: any, label: "Any result" }, ...decisionOptions]}
        onValueChange={(decision) => look({ decision: unlessAny(decision) })}
      />
      {filters.requestId ? (
        <Chip onRemove={() => look({ requestId: undefined })} removeLabel="Show every request">
          Request <b className="font-mono">{filters.requestId.slice(0, 8)}</b>
        </Chip>
      ) : null}
      {isFiltered ? (
        <Button variant="quiet" onClick={() => startTransition(() => router.push(auditHref({})))}>
          Clear
        </Button>
      ) : null}
    </ToolRow>
  );
}

/** What the address asks for is shown even when no list knows it, such as a link or a sheet nobody opened here. */
function chosen(id: string | undefined, options: readonly ComboOption[], kind: string): ComboOption | null {
  if (id === undefined) return null;
  return options.find((option) => option.id === id) ?? { id, label: `${kind} ${id}` };
}

function sheetById(typed: string): ComboOption | null {
  return /^[1-9]\d{0,18}$/.test(typed) ? { id: typed, label: `Sheet ${typed}` } : null;
}
