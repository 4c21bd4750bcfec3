declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** Smartsheet's ids are text from end to end (I14): `JSON.parse` silently changes integers above 2^53. */
export type SheetId = Branded<"SheetId">;
export type ReportId = Branded<"ReportId">;
export type FolderId = Branded<"FolderId">;
export type WorkspaceId = Branded<"WorkspaceId">;
export type ColumnId = Branded<"ColumnId">;
export type RowId = Branded<"RowId">;
/** A person's Smartsheet user id. The only thing a grant may hang on (I03). */
export type UserId = Branded<"UserId">;
export type GroupId = Branded<"GroupId">;

/** Ids of our own; opaque to everybody else. */
export type RuleId = Branded<"RuleId">;
export type ConnectionId = Branded<"ConnectionId">;
export type LinkId = Branded<"LinkId">;
export type LocalGroupId = Branded<"LocalGroupId">;

/** One to nineteen ASCII digits without a leading zero. `\d` without the `u` and `v` flags is ASCII only. */
export const SMARTSHEET_ID = /^[1-9]\d{0,18}$/;

export function isSmartsheetId(text: unknown): text is string {
  return typeof text === "string" && SMARTSHEET_ID.test(text);
}
