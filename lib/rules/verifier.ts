import "server-only";
import { listOpenRules } from "@/db/queries/rules";
import type { Viewer } from "@/lib/auth/principal";
import type { Clock } from "@/lib/clock";
import type { ReadContext } from "@/lib/connections/admin-read";
import type { DelegatedReader } from "@/lib/connections/delegated-reader";
import type { AppError } from "@/lib/errors";
import type { ConnectionId, SheetId } from "@/lib/policy/ids";
import type { SourceSheet } from "@/lib/policy/sheet";
import { ok, type Result } from "@/lib/result";
import type { OwnAccess } from "@/lib/sheets/own-access";
import { readBody } from "./facts";
import type { RuleInput } from "./schema";
import { type Verified, verifyRule } from "./verify";

export interface Verifier {
  /** Against a copy at most so old. `by`: whose own right may look up the sheet of a forbid; null for nobody's. */
  verify(
    input: RuleInput,
    by: Viewer | null,
    context: ReadContext,
    maxAgeSeconds: number,
  ): Promise<Result<Verified, AppError>>;
  /** Asks Smartsheet anew, and also what the assumed user is called. */
  forSaving(input: RuleInput, by: Viewer | null, context: ReadContext): Promise<Result<Verified, AppError>>;
}

export interface VerifierParts {
  reader: DelegatedReader;
  ownAccess: OwnAccess;
  clock: Clock;
  /** How long a permit may last. */
  longestDays: number;
}

export function createVerifier(parts: VerifierParts): Verifier {
  const { reader, clock, longestDays } = parts;

  const verify: Verifier["verify"] = (input, by, context, maxAgeSeconds) => {
    const findForForbid = (sheetId: SheetId) => findSheetForForbid(parts, sheetId, by, context);
    const how = { reader, findForForbid, longestDays, maxAgeSeconds };
    return verifyRule(input, clock.now().toISOString(), context, how);
  };

  return {
    verify,
    async forSaving(input, by, context) {
      const verified = await verify(input, by, context, 0);
      if (!verified.ok || verified.value.body.effect === "forbid") return verified;
      const { body, sheet } = verified.value;
      const { assume } = body.delegation;
      const connectionId = body.delegation.connectionId as ConnectionId;
      const profile = await reader.getProfile({ purpose: "check", connectionId, assume }, context);
      return ok({ sheet, body: profile.ok ? { ...body, assumedName: profile.value.name } : body });
    },
  };
}

/** A forbid names no assumed user: its sheet is looked up with the administrator's own right, or as a permit on it does. */
async function findSheetForForbid(
  { ownAccess, reader }: VerifierParts,
  sheetId: SheetId,
  by: Viewer | null,
  context: ReadContext,
): Promise<SourceSheet | null> {
  const proof = by ? await ownAccess.prove(by.userId, sheetId, 60) : null;
  if (proof?.own === "yes") return proof.sheet;
  for (const row of await listOpenRules(sheetId)) {
    const read = readBody(row);
    if (row.resourceType !== "sheet" || !("body" in read) || read.body.effect !== "permit") continue;
    const { connectionId, assume } = read.body.delegation;
    const preview = {
      purpose: "preview",
      connectionId: connectionId as ConnectionId,
      assume,
      sheetId,
    } as const;
    const answer = await reader.readSheet(preview, context, 60);
    if (answer.ok) return answer.value.sheet;
  }
  return null;
}
