/** The question as it stands in the address. */
export interface WhoQuestion {
  by: "sheet" | "person";
  sheet?: string;
  /** Only who sees this column… */
  column?: string;
  /** …and this row, by its id. */
  row?: string;
  user?: string;
}

export function whoHref({ by, sheet, column, row, user }: WhoQuestion): string {
  const query = new URLSearchParams({ by });
  const parts = by === "sheet" ? { sheet, column, row } : { user };
  for (const [name, value] of Object.entries(parts)) if (value) query.set(name, value);
  return `/admin/who?${query}`;
}

export function readWho(params: Record<string, string | string[] | undefined>): WhoQuestion {
  const part = (name: string) => {
    const value = params[name];
    return typeof value === "string" && value !== "" ? value : undefined;
  };
  if (part("by") === "person") return { by: "person", user: part("user") };
  return { by: "sheet", sheet: part("sheet"), column: part("column"), row: part("row") };
}
