import "server-only";
import type { AuditFilter } from "@/db/queries/audit";
import { listKnownUsers } from "@/db/queries/people";
import { findSheetLabels } from "@/db/queries/sheets";
import { findAssumedNames } from "@/lib/rules/assumed-names";
import { services } from "@/lib/services";
import type { AuditEvent } from "./event";

/** One page of the audit, newest first, with the names of what its events mention by id. */
export interface AuditPage {
  events: AuditEvent[];
  /** Pass as `before` for the page of older events; null at the end. */
  next: number | null;
  /** Sheet names by id, as far as somebody opened the sheet here. */
  sheetNames: Record<string, string>;
  /** Everybody who ever signed in. */
  people: { id: string; name: string; email: string }[];
  assumedNames: Record<string, string>;
}

export async function loadAuditPage(query: { filter: AuditFilter; limit: number }): Promise<AuditPage> {
  const { filter, limit } = query;
  const events = await services().audit.list(filter, limit);
  const last = events.at(-1);
  const ids = new Set(events.flatMap(({ sheetId }) => sheetId ?? []));
  if (filter.sheetId !== undefined) ids.add(filter.sheetId);
  const labels = await findSheetLabels([...ids]);
  const people = await listKnownUsers();
  return {
    events,
    next: events.length === limit && last !== undefined && last.seq > 1 ? last.seq : null,
    sheetNames: Object.fromEntries([...labels].map(([id, { name }]) => [id, name])),
    people: people.map(({ id, name, email }) => ({ id, name, email })),
    assumedNames: Object.fromEntries(await findAssumedNames()),
  };
}
