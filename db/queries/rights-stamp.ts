import "server-only";
import { sql } from "drizzle-orm";
import { database } from "../client";

export interface RightsStamp {
  /** Another text after every change of rules, bound addresses, pauses, people, groups, connections or sign-ins. */
  text: string;
  /** The last event on record when it was read. */
  seq: number;
  /** The last event that changed the local table of people, as far as it was seen. */
  tableSeq: number;
}

/**
 * One row that tells whether anything changed that rights or sign-ins hang on. The local table of people leaves its
 * trace on the record only, so the events since the `previous` stamp are looked through; none where there is none.
 */
export async function rightsStampNow(previous: RightsStamp | null): Promise<RightsStamp> {
  const since = previous?.seq ?? Number.MAX_SAFE_INTEGER;
  const { facts, ...seen } = database().get<{ facts: string; seq: number; tableSeq: number | null }>(sql`
    select
      json_array(
        (select stamp from policy_stamp),
        (select group_concat(kind || ' ' || target || ' ' || paused_at) from pauses),
        (select group_concat(id) from users where is_enabled = 0),
        (select group_concat(id || ' ' || token_set_at) from connections where removed_at is null),
        (select group_concat(id || ' ' || updated_at) from local_groups),
        (select group_concat(connection_id || ' ' || coalesce(read_at, '')) from group_reads),
        (select count(*) || ' ' || coalesce(max(created_at), '') from sessions)
      ) as facts,
      (select coalesce(max(seq), 0) from audit_events) as seq,
      (select max(seq) from audit_events where seq > ${since} and action = 'attributes:save') as tableSeq
  `);
  const tableSeq = seen.tableSeq ?? previous?.tableSeq ?? 0;
  return { text: `${tableSeq} ${facts}`, seq: seen.seq, tableSeq };
}
