import { z } from "zod";
import { plainText } from "@/lib/rules/schema";

/** A token as one pastes it: printable ASCII without spaces, so that it can stand in a header and in no error text. */
const token = z
  .string()
  .trim()
  .min(20, "A Smartsheet API token has at least 20 characters.")
  .max(200, "A Smartsheet API token has at most 200 characters.")
  .regex(/^[\x21-\x7e]+$/, "A token holds letters and digits only. Copy it again.");

export const connectionInput = z.strictObject({ name: plainText(80), token });
export const tokenInput = z.strictObject({ token });

const whole = (least: number, most: number) => {
  const message = `Give a whole number from ${least} to ${most.toLocaleString("en")}.`;
  return z.number(message).int(message).min(least, message).max(most, message);
};

/** How fresh, how stale and how busy reading through a connection may be. */
export const settingsInput = z.strictObject({
  /** A copy this old is shown without asking again, and open pages are looked after this often. Seconds. */
  freshSeconds: whole(5, 600),
  /** How old a copy may be shown while Smartsheet does not answer. Seconds; 0 shows none. */
  staleSeconds: whole(0, 86_400),
  /** Calls a minute that looking after open pages may cost; 0 does not look. */
  pollsPerMinute: whole(0, 240),
});
export type ConnectionSettings = z.infer<typeof settingsInput>;

/** What a check of the token found, in words. */
export interface ConnectionCheck {
  at: string;
  state: "ok" | "unproven" | "not_admin" | "cannot_assume" | "refused" | "unreachable";
  /** One sentence. */
  finding: string;
  /** What to do about it; empty when all is well. */
  advice: string;
  /** Whose token it is, when Smartsheet said so. */
  identity: { name: string; email: string } | null;
}

/** A connection as pages and the API show it. The token is write-only. */
export interface ConnectionAnswer {
  id: string;
  name: string;
  createdBy: string;
  createdAt: string;
  tokenSetAt: string;
  check: ConnectionCheck | null;
  /** Rules in force that read through it. */
  ruleCount: number;
  settings: ConnectionSettings;
}

/** One line of a picker. */
export interface PickedPerson {
  email: string;
  name: string;
  /** Why this person cannot be read as, or null. */
  unassumable: string | null;
}

export interface PickedSheet {
  id: string;
  name: string;
  modifiedAt: string | null;
}

export interface PickedColumn {
  id: string;
  title: string;
  type: string;
  options?: string[];
  symbol?: string;
  isSensitive: boolean;
}

/** A report, folder or workspace one may write a rule about. */
export interface PickedPlace {
  type: "report" | "folder" | "workspace";
  id: string;
  name: string;
  /** Names of the places it lies in, from the outermost down. */
  path: string[];
}
