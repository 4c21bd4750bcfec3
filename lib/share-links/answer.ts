import "server-only";
import type { LinkRow, LinkWithMaker } from "@/db/queries/links";
import { listPauses } from "@/db/queries/pauses";
import type { OwnTokens } from "@/lib/auth/own-tokens";
import type { Clock } from "@/lib/clock";
import type { Decider } from "@/lib/decisions/decider";
import type { LinkId, SheetId, UserId } from "@/lib/policy/ids";
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
  parts: {
    clock: Clock;
    decider: Decider;
    isSharingOn: boolean;
    ownTokens: OwnTokens;
  },
): Promise<string | null> {
  if (stateOf(link, parts.isSharingOn, parts.clock.now().toISOString()) !== "active") return null;
  if (!maker.isEnabled) return "Its maker is disabled.";
  const pauses = await listPauses();
  if (pauses.some(({ kind, target }) => kind === "link" && target === link.id))
    return "An administrator paused this link.";
  const { via } = linkLimit.parse(JSON.parse(link.limit));
  if (via === "own")
    return (await parts.ownTokens.isConnected(maker.id))
      ? null
      : "Its maker's connection to Smartsheet ended. Connect again to revive it.";
  const { decision } = await parts.decider.judge(
    {
      userId: maker.id as UserId,
      sheetId: link.sheetId as SheetId,
      action: "share",
      own: "no",
      link: link.id as LinkId,
    },
    null,
  );
  if (decision.effect === "allow") return null;
  return decision.reason === "sheet_paused"
    ? "An administrator paused this sheet for links and delegated reading."
    : "The rule that let its maker share this sheet has ended.";
}
