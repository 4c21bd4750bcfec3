import type { SheetId, UserId } from "@/lib/policy/ids";
import type { Source } from "@/lib/policy/project";
import type { Action, Container, Facts, OwnAccess, Person } from "@/lib/policy/types";

/** What a change of rules is judged on, and what comes out. */

export interface RadiusAsset {
  asset: "sheet" | "report";
  sheetId: SheetId;
  name: string;
  /** Null: where it lies is not known, so permits over folders and workspaces lapse and forbids hold. */
  within: readonly Container[] | null;
  /** Whole answers, one for each (connection, assumed user) any of the rules reads as. */
  sources: readonly Source[];
}

/** Whether a person's own token opens a sheet. Where it does, their own answer (both nulls) must be among the sources. */
export type OwnLookup = (userId: UserId, sheetId: SheetId) => OwnAccess;

export interface RadiusWorld {
  people: readonly Person[];
  assets: readonly RadiusAsset[];
  facts: Omit<Facts, "own">;
  /** Absent: own access is left out, and only what rules open is counted. */
  own?: OwnLookup;
  /** Sounds sensitive, or was marked so. */
  isSensitive(sheetId: string, column: { id: string; title: string }): boolean;
  /** First rows may be shown (recent sign-in). */
  withSamples: boolean;
}

export interface Change {
  gained: number;
  lost: number;
}

export interface Sample {
  columns: { id: string; title: string }[];
  rows: { id: string; cells: Record<string, string> }[];
}

export interface SheetEffect {
  sheetId: string;
  name: string;
  rows: { before: number; after: number; gained: number; lost: number };
  /** Titles. A masked cell counts as visible; `unmasked` and `newlyMasked` are of columns seen before and after. */
  columns: { gained: string[]; lost: string[]; newlyMasked: string[]; unmasked: string[] };
  sensitive: { gained: string[]; lost: string[] };
  /** Cells with something in them. */
  cells: Change;
  actions: { gained: Action[]; lost: Action[] };
  /** ISO 8601; null where nothing is seen, and for own access, which has no end here. */
  expiresAt: { before: string | null; after: string | null };
  /** First rows and columns as this person would see them after the change; null without leave, or with nothing left. */
  sample: Sample | null;
}

export interface PersonEffect {
  userId: string;
  name: string;
  email: string;
  sheets: SheetEffect[];
}

export interface SheetColumn {
  sheet: string;
  title: string;
}

export interface BlastRadius {
  /** People who gain a first row, or lose their last. */
  people: Change;
  /** Distinct sheets and reports that open for somebody, if only with their titles, or close for somebody. */
  sheets: Change;
  /** Distinct rows that somebody newly sees, or sees no more. */
  rows: Change;
  /** Distinct columns, likewise. */
  columns: Change;
  sensitive: { gained: SheetColumn[]; lost: SheetColumn[] };
  /** Distinct columns that show more, or less, of values somebody saw before and sees after. */
  masks: { unmasked: SheetColumn[]; newlyMasked: SheetColumn[] };
  /** Cells with something in them, summed over people. */
  cells: Change;
  /** Only those with any difference, by name. */
  persons: PersonEffect[];
  /** No difference for anybody, and nothing that could not be judged. */
  isUnchanged: boolean;
  /** Names of assets the change touches whose answers are missing: what stands here of them is too little, or nothing. */
  unreadable: string[];
}

/** What saving, changing or ending a rule would do, as far as it was looked at. */
export interface Foresight extends BlastRadius {
  /** Sheets that were looked at, of how many the change is about. */
  looked: { sheets: number; of: number };
}

export interface ForesightAnswer extends Foresight {
  /** "+3 people, +2 sheets, +41 rows, +1 sensitive column" */
  sentence: string;
  /** False where first rows wait for a sign-in of the last minutes. */
  withSamples: boolean;
}
