import type { Finding, FindingCode } from "./schema";

const SEVERITY: Record<FindingCode, Finding["severity"]> = {
  unreadable: "broken",
  connection_gone: "broken",
  token_refused: "broken",
  owner_left: "broken",
  owner_admin: "broken",
  owner_lost_access: "broken",
  column_lost: "broken",
  place_unreadable: "warning",
  group_gone: "broken",
  group_stale: "warning",
  never_bound: "note",
  ends_soon: "warning",
  never_used: "note",
  unused: "note",
  upstream_silent: "note",
};

/** A finding with its words; `cause` says what, `fix` what to do. */
export function finding(code: FindingCode, cause: string, fix: string): Finding {
  return { code, severity: SEVERITY[code], cause, fix };
}

export interface RuleTimes {
  now: string;
  endsAt: string | null;
  createdAt: string;
  usedAt: string | null;
  isPermit: boolean;
}

export const SOON_DAYS = 7;
export const IDLE_DAYS = 30;
const DAY_MS = 86_400_000;

/** What the clock alone says of a rule: it ends soon, or nobody uses it. */
export function timeFindings({ now, endsAt, createdAt, usedAt, isPermit }: RuleTimes): Finding[] {
  const at = Date.parse(now);
  const found: Finding[] = [];
  if (endsAt !== null) {
    const left = Date.parse(endsAt) - at;
    if (left > 0 && left <= SOON_DAYS * DAY_MS) {
      const days = Math.ceil(left / DAY_MS);
      found.push(
        finding(
          "ends_soon",
          days === 1 ? "It ends within a day." : `It ends in ${days} days.`,
          "Extend it if it is still needed; otherwise let it end.",
        ),
      );
    }
  }
  if (!isPermit) return found;
  const idleSince = Date.parse(usedAt ?? createdAt);
  const idleDays = Math.floor((at - idleSince) / DAY_MS);
  if (idleDays >= IDLE_DAYS)
    found.push(
      usedAt === null
        ? finding(
            "never_used",
            `Nobody has read under it in ${idleDays} days.`,
            "End it, or ask who needs it.",
          )
        : finding("unused", `Last used ${idleDays} days ago.`, "End it if it is no longer needed."),
    );
  return found;
}

/** Columns a rule names that its sheet no longer has. A restriction on a lost column denies (F10). */
export function columnFinding(lost: readonly string[], effect: "permit" | "forbid"): Finding[] {
  if (lost.length === 0) return [];
  const names = lost.map((name) => `“${name}”`).join(", ");
  const what = lost.length === 1 ? `The column ${names} is gone` : `The columns ${names} are gone`;
  return [
    finding(
      "column_lost",
      effect === "permit"
        ? `${what} from the sheet. What hung on ${lost.length === 1 ? "it" : "them"} shows nothing.`
        : `${what} from the sheet. The rule now closes the whole sheet, to be safe.`,
      "Open the rule, choose its columns again and save it.",
    ),
  ];
}
