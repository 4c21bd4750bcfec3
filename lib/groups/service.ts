import "server-only";
import { randomBytes } from "node:crypto";
import { listConnections } from "@/db/queries/connections";
import {
  deleteLocalGroup,
  listAttributes,
  listGroupReads,
  listKeptGroups,
  listLocalGroups,
  replaceAttributes,
  saveGroupRead,
  saveLocalGroup,
} from "@/db/queries/groups";
import type { AuditAction } from "@/lib/audit/event";
import type { AuditService } from "@/lib/audit/service";
import type { Viewer } from "@/lib/auth/principal";
import type { Clock } from "@/lib/clock";
import type { ReadContext } from "@/lib/connections/admin-read";
import type { DelegatedReader } from "@/lib/connections/delegated-reader";
import { type AppError, appError } from "@/lib/errors";
import type { ConnectionId } from "@/lib/policy/ids";
import { fail, ok, type Result } from "@/lib/result";
import { attributeTable, memberList } from "./csv";
import type { AttributeAnswer, CsvResult, GroupInput, GroupsAnswer, LocalGroupAnswer } from "./schema";

export interface GroupService {
  list(): Promise<GroupsAnswer>;
  /** Reads groups and members anew through every connection. A connection that fails keeps its last list, with its age. */
  refresh(context: ReadContext): Promise<GroupsAnswer>;
  /** As `refresh`, for connections whose list is older than some hours. */
  refreshOld(context: ReadContext): Promise<void>;
  save(input: GroupInput, by: Viewer, context: ReadContext): Promise<Result<LocalGroupAnswer, AppError>>;
  remove(id: string, by: Viewer, context: ReadContext): Promise<Result<null, AppError>>;
  /** Members from a CSV file with a column of addresses: replaces the group's members, all or nothing. */
  importMembers(
    id: string,
    csv: string,
    by: Viewer,
    context: ReadContext,
  ): Promise<Result<CsvResult, AppError>>;
  attributes(): Promise<AttributeAnswer[]>;
  /** The table of people as CSV lines, for the page. */
  attributeRows(): Promise<{ email: string; name: string; value: string }[]>;
  /** Replaces the whole table, all or nothing. */
  importAttributes(csv: string, context: ReadContext): Promise<Result<CsvResult, AppError>>;
}

const REFRESH_HOURS = 6;

export function createGroupService(parts: {
  audit: AuditService;
  reader: DelegatedReader;
  clock: Clock;
}): GroupService {
  const { audit, reader, clock } = parts;
  const now = () => clock.now().toISOString();

  function record(action: AuditAction, context: ReadContext, target: string) {
    const { requestId, actor, network } = context;
    return audit.draft({ requestId, actor, network, action, decision: "done", target });
  }

  async function readThrough(connectionId: string, context: ReadContext): Promise<void> {
    const read = { purpose: "groups", connectionId: connectionId as ConnectionId } as const;
    const answer = await reader.listGroups(read, context);
    const found = answer.ok ? { groups: answer.value } : { problem: answer.error.error.code };
    await saveGroupRead(connectionId, now(), found);
  }

  async function list(): Promise<GroupsAnswer> {
    const connections = (await listConnections()).map(({ id }) => id);
    const reads = (await listGroupReads()).filter(({ connectionId }) => connections.includes(connectionId));
    const ages = connections.map((id) => reads.find((one) => one.connectionId === id)?.readAt ?? null);
    const kept = await listKeptGroups(connections);
    return {
      local: (await listLocalGroups()).map(({ createdBy: _, ...group }) => group),
      smartsheet: kept.map(({ members, ...group }) => ({
        ...group,
        members: members.map(({ email, name }) => ({ email, name })),
      })),
      readAt: ages.includes(null) ? null : (ages.sort()[0] ?? null),
      problem: reads.find(({ problem }) => problem !== null)?.problem ?? null,
    };
  }

  async function save(input: GroupInput, by: Viewer, context: ReadContext) {
    const known = input.id === undefined ? null : (await listLocalGroups()).find(({ id }) => id === input.id);
    if (known === undefined) return fail(appError("not_found"));
    const group = {
      id: known?.id ?? `G-${randomBytes(6).toString("hex")}`,
      name: input.name,
      members: [...new Set(input.members)].sort(),
    };
    const isSaved = await saveLocalGroup(
      { ...group, by: by.email, at: now() },
      record("group:save", context, group.id),
    );
    if (isSaved) return ok({ ...group, updatedAt: now() });
    const message = `There is a group called ${input.name} already. Choose another name.`;
    return fail(appError("invalid_input", { field: "name", message }));
  }

  return {
    list,
    async refresh(context) {
      for (const { id } of await listConnections()) await readThrough(id, context);
      return list();
    },
    async refreshOld(context) {
      const reads = new Map((await listGroupReads()).map((read) => [read.connectionId, read.triedAt]));
      const oldest = clock.now().getTime() - REFRESH_HOURS * 3_600_000;
      for (const { id } of await listConnections()) {
        const triedAt = reads.get(id);
        if (triedAt === undefined || Date.parse(triedAt) < oldest) await readThrough(id, context);
      }
    },
    save,
    async remove(id, _by, context) {
      const isGone = await deleteLocalGroup(id, record("group:remove", context, id));
      return isGone ? ok(null) : fail(appError("not_found"));
    },
    async importMembers(id, csv, by, context) {
      const group = (await listLocalGroups()).find((one) => one.id === id);
      if (!group) return fail(appError("not_found"));
      const { members, problems } = memberList(csv);
      if (problems.length > 0) return ok({ applied: 0, problems });
      const saved = await save({ id, name: group.name, members }, by, context);
      return saved.ok ? ok({ applied: members.length, problems: [] }) : saved;
    },
    async attributes() {
      const byName = new Map<string, Set<string>>();
      for (const { name, value } of await listAttributes())
        byName.set(name, (byName.get(name) ?? new Set()).add(value));
      return [...byName].map(([name, values]) => ({ name, values: [...values].sort() }));
    },
    attributeRows: listAttributes,
    async importAttributes(csv, context) {
      const { rows, problems } = attributeTable(csv);
      if (problems.length > 0) return ok({ applied: 0, problems });
      await replaceAttributes(rows, record("attributes:save", context, `${rows.length} values`));
      return ok({ applied: rows.length, problems: [] });
    },
  };
}
