import { z } from "zod";
import { columns, conditionGroup, moment, plainText, smartsheetId } from "@/lib/rules/schema";

export const linkInput = z.strictObject({
  sheetId: smartsheetId,
  title: plainText(120).optional(),
  columns: columns.default({ mode: "all" }),
  rows: conditionGroup.nullable().default(null),
  endsAt: moment,
  password: z.string().min(8, "A password has at least 8 characters.").max(200).optional(),
});
export type LinkInput = z.infer<typeof linkInput>;

export const unlockInput = z.strictObject({ password: z.string().min(1).max(200) });

/** What is stored of a link's limit: columns by name of mode, frozen where they were chosen. */
export const linkLimit = z.strictObject({
  columns: z.discriminatedUnion("mode", [
    z.strictObject({ mode: z.literal("all") }),
    z.strictObject({ mode: z.literal("only"), ids: z.array(smartsheetId).min(1) }),
  ]),
  rows: conditionGroup.nullable(),
  sheetName: z.string(),
  /** How the maker reached the sheet when the link was made; only for telling what went wrong later. */
  via: z.enum(["own", "delegated"]),
});
export type LinkLimit = z.infer<typeof linkLimit>;

/** A link as its maker and administrators see it; the token is shown once, when it is made. */
export interface LinkAnswer {
  id: string;
  sheetId: string;
  sheetName: string;
  title: string | null;
  maker: { id: string; name: string; email: string };
  columns: LinkLimit["columns"];
  hasRows: boolean;
  hasPassword: boolean;
  endsAt: string;
  createdAt: string;
  lastOpenedAt: string | null;
  openedCount: number;
  state: "active" | "ended" | "revoked" | "sharing_off";
  /** Why a link that should work does not; null when all is well. */
  trouble: string | null;
}

export interface MadeLink extends LinkAnswer {
  token: string;
  url: string;
}
