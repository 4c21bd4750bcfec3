import "server-only";
import type { ReadContext } from "@/lib/connections/admin-read";
import type { DelegatedError, DelegatedReader } from "@/lib/connections/delegated-reader";
import { type AppError, appError } from "@/lib/errors";
import type { ConnectionId } from "@/lib/policy/ids";
import { fail, type Result } from "@/lib/result";
import { fromDelegated } from "@/lib/sheets/upstream-errors";

/** Why something could not be read as the person a rule names, in words an administrator can act on. */
export async function explainRefusal(
  error: DelegatedError,
  { assume, connectionId }: { assume: string; connectionId: ConnectionId },
  about: { thing: string; field: "delegation" | "lookup" },
  context: ReadContext,
  reader: DelegatedReader,
): Promise<Result<never, AppError>> {
  const field = `${about.field}.assume`;
  if (error.kind === "app") return fail(error.error);
  if (error.error.code === "not_found")
    return fail(
      appError("invalid_input", {
        field,
        message: `${assume} cannot open this ${about.thing}. Choose somebody it is shared with, or another ${about.thing}.`,
      }),
    );
  if (error.error.code !== "cannot_assume") return fail(fromDelegated(error));
  const message = await causeOf(connectionId, assume, context, reader);
  return fail(appError("assumed_user_unreachable", { field, message }));
}

async function causeOf(
  connectionId: ConnectionId,
  assume: string,
  context: ReadContext,
  reader: DelegatedReader,
): Promise<string> {
  const people = await reader.listPeople({ purpose: "pick_people", connectionId }, context);
  const generic = `${assume} cannot be read as. Choose somebody of the same plan who is no System Admin.`;
  if (!people.ok) return generic;
  const person = people.value.find(({ email }) => email.toLowerCase() === assume);
  if (!person) return `${assume} is not in the connection's plan. Choose one of its people.`;
  return whyUnassumable(person) ?? generic;
}

/** Why a person of the plan cannot be read as, or null. */
export function whyUnassumable(person: { name: string; admin?: boolean; status?: string }): string | null {
  if (person.admin) return `${person.name} is a System Admin, and nobody can read as one.`;
  if (person.status === "DEACTIVATED") return `${person.name} is deactivated in Smartsheet.`;
  if (person.status === "PENDING" || person.status === "DECLINED")
    return `${person.name} has not joined the plan.`;
  return null;
}
