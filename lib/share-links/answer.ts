import "server-only";
import type { LinkRow, LinkWithMaker } from "@/db/queries/links";
import type { OwnTokens } from "@/lib/auth/own-tokens";
import { findPerson } from "@/lib/auth/person";
import { type Clock, dayIn } from "@/lib/clock";
import { decide } from "@/lib/policy/decide";
import type { SheetId } from "@/lib/policy/ids";
import { loadPolicyRules } from "@/lib/rules/policy-rules";
import { type LinkAnswer, linkLimit } from "./schema";

export function stateOf(link: LinkRow, isSharingOn: boolean, now: string): LinkAnswer["state"] {
  if (link.revokedAt !== null) return "revoked";
  if (link.endsAt <= now) return "ended";
  return isSharingOn ? "active" : "sharing_off";
}

export function toLinkAnswer(
  { link, maker }: LinkWithMaker,
  isSharingOn: boolean,
  now: string,
  trouble: string | null,
): LinkAnswer {
  const limit = linkLimit.parse(JSON.parse(link.limit));
  return {
    id: link.id,
    sheetId: link.sheetId,
    sheetName: limit.sheetName,
    title: link.title,
    maker: { id: maker.id, name: maker.name, email: maker.email },
    columns: limit.columns,
    hasRows: limit.rows !== null,
    hasPassword: link.passwordHash !== null,
    endsAt: link.endsAt,
    createdAt: link.createdAt,
    lastOpenedAt: link.lastOpenedAt,
    openedCount: link.openedCount,
    state: stateOf(link, isSharingOn, now),
    trouble,
  };
}

/** Why a link that should work does not, for its maker; found without asking Smartsheet. */
export async function findTrouble(
  { link, maker }: LinkWithMaker,
  parts: { clock: Clock; timeZone: string; isSharingOn: boolean; ownTokens: OwnTokens },
): Promise<string | null> {
  const at = parts.clock.now();
  if (stateOf(link, parts.isSharingOn, at.toISOString()) !== "active") return null;
  if (!maker.isEnabled) return "Its maker is disabled.";
  const { via } = linkLimit.parse(JSON.parse(link.limit));
  if (via === "own")
    return (await parts.ownTokens.isConnected(maker.id))
      ? null
      : "Its maker's connection to Smartsheet ended. Connect again to revive it.";
  const person = await findPerson(maker.id, at);
  const rules = await loadPolicyRules(link.sheetId as SheetId);
  const facts = {
    now: at.toISOString(),
    today: dayIn(parts.timeZone, at),
    own: "no",
    switches: { appPaused: false, delegationPaused: false },
  } as const;
  const decision =
    person && decide({ person, sheetId: link.sheetId as SheetId, action: "share" }, rules, facts);
  return decision?.effect === "allow" ? null : "The rule that let its maker share this sheet has ended.";
}
