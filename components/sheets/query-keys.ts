/** Every key under which this tab keeps rows, in one place; nothing outlives the view that asked. */
export const rowKeys = {
  sheet: (sheetId: string) => ["rows", "sheet", sheetId] as const,
  viewAs: (userId: string, sheetId: string) => ["rows", "view-as", userId, sheetId] as const,
  link: (token: string) => ["rows", "link", token] as const,
};

export type RowKey = ReturnType<(typeof rowKeys)[keyof typeof rowKeys]>;
