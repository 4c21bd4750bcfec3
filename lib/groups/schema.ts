import { z } from "zod";
import { address, plainText } from "@/lib/rules/schema-scope";

export const MOST_MEMBERS = 5_000;

/** A group kept here; without an id a new one. */
export const groupInput = z.strictObject({
  id: z.string().max(50).optional(),
  name: plainText(80),
  members: z.array(address).max(MOST_MEMBERS, `At most ${MOST_MEMBERS} members.`),
});
export type GroupInput = z.infer<typeof groupInput>;

/** CSV as one pastes or uploads it. */
export const csvInput = z.strictObject({ csv: z.string().max(2_000_000, "At most 2 MB.") });

export interface LocalGroupAnswer {
  id: string;
  name: string;
  members: string[];
  updatedAt: string;
}

export interface SmartsheetGroupAnswer {
  connectionId: string;
  id: string;
  name: string;
  members: { email: string; name: string }[];
}

export interface GroupsAnswer {
  local: LocalGroupAnswer[];
  smartsheet: SmartsheetGroupAnswer[];
  /** Oldest of the connections' last good reads; null where one was never read. ISO 8601. */
  readAt: string | null;
  /** Code of what went wrong at the last try, if anything did. */
  problem: string | null;
}

export interface AttributeAnswer {
  name: string;
  values: string[];
}

/** What an import of a CSV file came to, line by line where something was wrong. Nothing is applied while there are problems. */
export interface CsvResult {
  applied: number;
  problems: { line: number; message: string }[];
}

/** What the rule form offers. */
export interface PickedGroups {
  smartsheet: { id: string; name: string; members: number }[];
  local: { id: string; name: string; members: number }[];
  readAt: string | null;
}
