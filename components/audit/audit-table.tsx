"use client";

import { useState } from "react";
import { HeaderCell, Table, TableHead } from "@/components/ui/table";
import type { AuditEvent } from "@/lib/audit/event";
import { type AuditNames, nameLookup } from "./audit-names";
import { EventDialog } from "./event-dialog";
import type { EventFilters } from "./event-filters";
import { EventRow } from "./event-row";
import { groupByRequest, placeOf } from "./group-events";

interface AuditTableProps extends AuditNames {
  events: readonly AuditEvent[];
  filters: EventFilters;
}

/** Each request is a body of its own, so that its events stand together to the eye and to a screen reader. */
export function AuditTable({ events, filters, ...known }: AuditTableProps) {
  const [opened, setOpened] = useState<AuditEvent>();
  const [isOpen, setOpen] = useState(false);
  const names = nameLookup(known);
  const open = (event: AuditEvent) => {
    setOpened(event);
    setOpen(true);
  };
  return (
    <>
      <Table label="What happened, newest first">
        <TableHead>
          <HeaderCell>When</HeaderCell>
          <HeaderCell hiddenBelow="narrow">Who</HeaderCell>
          <HeaderCell>What</HeaderCell>
          <HeaderCell hiddenBelow="narrow">How</HeaderCell>
          <HeaderCell hiddenBelow="narrow">Rules</HeaderCell>
          <HeaderCell>Result</HeaderCell>
          <HeaderCell hiddenBelow="wide">Request</HeaderCell>
        </TableHead>
        {groupByRequest(events).map((group) => (
          <tbody key={group[0]?.seq}>
            {group.map((event, index) => (
              <EventRow
                key={event.seq}
                event={event}
                names={names}
                place={placeOf(index, group.length)}
                onOpen={() => open(event)}
              />
            ))}
          </tbody>
        ))}
      </Table>
      {/* Kept while it fades out: what it says must not vanish first. */}
      {opened ? (
        <EventDialog event={opened} names={names} filters={filters} isOpen={isOpen} onOpenChange={setOpen} />
      ) : null}
    </>
  );
}
