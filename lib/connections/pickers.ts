import "server-only";
import { findConnection, listConnections } from "@/db/queries/connections";
import { type AppError, appError } from "@/lib/errors";
import type { ConnectionId, SheetId } from "@/lib/policy/ids";
import { fail, ok, type Result } from "@/lib/result";
import { whyUnassumable } from "@/lib/rules/explain-refusal";
import { sensitiveColumns } from "@/lib/rules/sensitive-columns";
import { fromDelegated } from "@/lib/sheets/upstream-errors";
import type { Place } from "@/lib/smartsheet/port";
import type { ReadContext } from "./admin-read";
import type { DelegatedReader } from "./delegated-reader";
import type { PickedColumn, PickedPerson, PickedPlace, PickedSheet } from "./schema";

/** What the rule form offers, from Smartsheet itself, so that nobody types an id. Each call is on record. */
export interface Pickers {
  people(connectionId: string | undefined, context: ReadContext): Promise<Result<PickedPerson[], AppError>>;
  sheets(
    connectionId: string | undefined,
    assume: string,
    context: ReadContext,
  ): Promise<Result<PickedSheet[], AppError>>;
  columns(
    connectionId: string | undefined,
    assume: string,
    sheetId: SheetId,
    context: ReadContext,
  ): Promise<Result<PickedColumn[], AppError>>;
  places(
    connectionId: string | undefined,
    assume: string,
    context: ReadContext,
  ): Promise<Result<PickedPlace[], AppError>>;
  /** Column titles of the first sheets below a place, or of the sheet behind nothing else: suggestions, not a promise. */
  titles(
    connectionId: string | undefined,
    assume: string,
    place: Place,
    context: ReadContext,
  ): Promise<Result<string[], AppError>>;
}

/** A picker asks again and again while somebody types; its lists may be this old, in milliseconds. */
const KEPT_MS = 60_000;
const KEPT_LISTS = 200;

export function createPickers(reader: DelegatedReader, monotonicMs: () => number): Pickers {
  const kept = new Map<string, { at: number; list: unknown }>();

  async function remembered<T>(
    key: unknown[],
    read: () => Promise<Result<T, AppError>>,
  ): Promise<Result<T, AppError>> {
    const name = JSON.stringify(key);
    const known = kept.get(name);
    if (known && monotonicMs() - known.at < KEPT_MS) return ok(known.list as T);
    const answer = await read();
    if (!answer.ok) return answer;
    if (kept.size >= KEPT_LISTS) kept.clear();
    kept.set(name, { at: monotonicMs(), list: answer.value });
    return answer;
  }

  return {
    async people(connectionId, context) {
      const connection = await choose(connectionId);
      if (!connection.ok) return connection;
      return remembered(["people", connection.value], async () => {
        const people = await reader.listPeople(
          { purpose: "pick_people", connectionId: connection.value },
          context,
        );
        if (!people.ok) return fail(fromDelegated(people.error));
        return ok(
          people.value.map((person) => ({
            email: person.email,
            name: person.name,
            unassumable: whyUnassumable(person),
          })),
        );
      });
    },
    async sheets(connectionId, assume, context) {
      const connection = await choose(connectionId);
      if (!connection.ok) return connection;
      return remembered(["sheets", connection.value, assume], async () => {
        const read = { purpose: "pick_sheets", connectionId: connection.value, assume } as const;
        const sheets = await reader.listSheets(read, context);
        if (!sheets.ok) return fail(unreachable(sheets.error) ?? fromDelegated(sheets.error));
        return ok(sheets.value.map(({ id, name, modifiedAt }) => ({ id, name, modifiedAt })));
      });
    },
    async columns(connectionId, assume, sheetId, context) {
      const connection = await choose(connectionId);
      if (!connection.ok) return connection;
      const found = await remembered(["columns", connection.value, assume, sheetId], async () => {
        const read = { purpose: "pick_columns", connectionId: connection.value, assume, sheetId } as const;
        const columns = await reader.listColumns(read, context);
        if (!columns.ok) return fail(unreachable(columns.error) ?? fromDelegated(columns.error));
        return ok(
          columns.value.map(({ id, title, type, options, symbol }) => ({
            id,
            title,
            type,
            ...(options ? { options } : {}),
            ...(symbol ? { symbol } : {}),
          })),
        );
      });
      if (!found.ok) return found;
      // Asked each time: a column may be marked while the list is remembered.
      const isSensitive = await sensitiveColumns([sheetId]);
      return ok(found.value.map((column) => ({ ...column, isSensitive: isSensitive(sheetId, column) })));
    },
    async places(connectionId, assume, context) {
      const connection = await choose(connectionId);
      if (!connection.ok) return connection;
      return remembered(["places", connection.value, assume], async () => {
        const read = { purpose: "pick_places", connectionId: connection.value, assume } as const;
        const places = await reader.listPlaces(read, context);
        return places.ok ? places : fail(unreachable(places.error) ?? fromDelegated(places.error));
      });
    },
    async titles(connectionId, assume, place, context) {
      const connection = await choose(connectionId);
      if (!connection.ok) return connection;
      return remembered(["titles", connection.value, assume, place], async () => {
        const as = { connectionId: connection.value, assume } as const;
        const below = await reader.scanPlace({ purpose: "scan", ...as, place }, context);
        if (!below.ok) return fail(unreachable(below.error) ?? fromDelegated(below.error));
        const sheets = below.value.filter(({ asset }) => asset === "sheet").slice(0, SUGGESTING_SHEETS);
        const titles = new Set<string>();
        for (const { id } of sheets) {
          const read = { purpose: "pick_columns", ...as, sheetId: id as SheetId } as const;
          const columns = await reader.listColumns(read, context);
          if (columns.ok) for (const { title } of columns.value) titles.add(title);
        }
        return ok([...titles]);
      });
    },
  };
}

/** Each of these costs a call, and sheets of one folder tend to look alike. */
const SUGGESTING_SHEETS = 10;

async function choose(id: string | undefined): Promise<Result<ConnectionId, AppError>> {
  const chosen = id === undefined ? (await listConnections())[0] : await findConnection(id);
  if (!chosen)
    return fail(
      appError("invalid_input", {
        field: "delegation.connectionId",
        message: "There is no connection yet. Add one first.",
      }),
    );
  return ok(chosen.id as ConnectionId);
}

function unreachable(error: Parameters<typeof fromDelegated>[0]): AppError | null {
  const isAssume = error.kind === "upstream" && error.error.code === "cannot_assume";
  return isAssume ? appError("assumed_user_unreachable", { field: "delegation.assume" }) : null;
}
