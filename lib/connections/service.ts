import "server-only";
import {
  type ConnectionRow,
  countAllConnections,
  findConnection,
  insertConnection,
  listConnections,
  removeConnection,
  replaceConnectionToken,
  saveConnectionCheck,
  saveConnectionSettings,
} from "@/db/queries/connections";
import { listOpenRules } from "@/db/queries/rules";
import type { AuditAction } from "@/lib/audit/event";
import type { AuditService } from "@/lib/audit/service";
import type { Clock } from "@/lib/clock";
import { type AppError, appError } from "@/lib/errors";
import type { ConnectionId } from "@/lib/policy/ids";
import { fail, ok, type Result } from "@/lib/result";
import { readBody } from "@/lib/rules/facts";
import { Secret } from "@/lib/secret";
import type { Vault } from "@/lib/vault/vault";
import type { ReadContext } from "./admin-read";
import { checkConnection } from "./check";
import { connectionPlace, type DelegatedReader } from "./delegated-reader";
import type { ConnectionAnswer, ConnectionCheck, ConnectionSettings } from "./schema";

export interface ConnectionService {
  list(): Promise<ConnectionAnswer[]>;
  /** Seals the token, then checks it. A bad token is kept and shown as bad, so that its finding can be read. */
  create(
    input: { name: string; token: string },
    context: ReadContext,
  ): Promise<Result<ConnectionAnswer, AppError>>;
  check(id: string, context: ReadContext): Promise<Result<ConnectionAnswer, AppError>>;
  replaceToken(id: string, token: string, context: ReadContext): Promise<Result<ConnectionAnswer, AppError>>;
  saveSettings(
    id: string,
    settings: ConnectionSettings,
    context: ReadContext,
  ): Promise<Result<ConnectionAnswer, AppError>>;
  remove(id: string, context: ReadContext): Promise<Result<null, AppError>>;
  /** The first connection from the environment, at start; does nothing once there ever was one. */
  ensureFirst(token: Secret, requestId: string): Promise<void>;
}

export function createConnectionService(parts: {
  vault: Vault;
  audit: AuditService;
  reader: DelegatedReader;
  clock: Clock;
  apiUrl: string;
}): ConnectionService {
  const { vault, audit, reader, clock, apiUrl } = parts;

  const record = (action: AuditAction, id: string, context: ReadContext) => {
    const { requestId, actor, network } = context;
    return audit.draft({ requestId, actor, network, action, decision: "done", target: id });
  };

  async function insert(name: string, token: Secret, context: ReadContext): Promise<string> {
    const id = `C-${(await countAllConnections()) + 1}`;
    const sealed = vault.seal(token, connectionPlace(id));
    const createdBy = context.actor.kind === "user" ? context.actor.email : "settings";
    await insertConnection(
      { id, name, apiUrl, token: sealed, createdBy, at: clock.now().toISOString() },
      record("connection:create", id, context),
    );
    return id;
  }

  async function checked(id: string, context: ReadContext): Promise<Result<ConnectionAnswer, AppError>> {
    const row = await findConnection(id);
    if (!row) return fail(appError("not_found"));
    const check = await checkConnection(reader, id as ConnectionId, context, clock.now().toISOString());
    await saveConnectionCheck(id, JSON.stringify(check));
    return ok(toAnswer({ ...row, check: JSON.stringify(check) }, await countRules()));
  }

  return {
    async list() {
      const counts = await countRules();
      return (await listConnections()).map((row) => toAnswer(row, counts));
    },
    async create(input, context) {
      return checked(await insert(input.name, new Secret(input.token), context), context);
    },
    check: checked,
    async replaceToken(id, token, context) {
      const sealed = vault.seal(new Secret(token), connectionPlace(id));
      const isDone = await replaceConnectionToken(
        id,
        sealed,
        clock.now().toISOString(),
        record("connection:replace", id, context),
      );
      return isDone ? checked(id, context) : fail(appError("not_found"));
    },
    async saveSettings(id, settings, context) {
      const isDone = await saveConnectionSettings(id, settings, record("connection:settings", id, context));
      const row = isDone ? await findConnection(id) : null;
      return row ? ok(toAnswer(row, await countRules())) : fail(appError("not_found"));
    },
    async remove(id, context) {
      const isDone = await removeConnection(
        id,
        clock.now().toISOString(),
        record("connection:remove", id, context),
      );
      return isDone ? ok(null) : fail(appError("not_found"));
    },
    async ensureFirst(token, requestId) {
      if ((await countAllConnections()) > 0) return;
      await insert("Dedicated admin", token, { requestId, actor: { kind: "system" } });
    },
  };
}

async function countRules(): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const row of await listOpenRules()) {
    const read = readBody(row);
    if (!("body" in read) || read.body.effect !== "permit") continue;
    const { connectionId } = read.body.delegation;
    counts.set(connectionId, (counts.get(connectionId) ?? 0) + 1);
  }
  return counts;
}

function toAnswer(row: ConnectionRow, counts: ReadonlyMap<string, number>): ConnectionAnswer {
  const { id, name, createdBy, createdAt, tokenSetAt } = row;
  const check = row.check === null ? null : (JSON.parse(row.check) as ConnectionCheck);
  const { freshSeconds, staleSeconds, pollsPerMinute } = row;
  const settings = { freshSeconds, staleSeconds, pollsPerMinute };
  return { id, name, createdBy, createdAt, tokenSetAt, check, ruleCount: counts.get(id) ?? 0, settings };
}
