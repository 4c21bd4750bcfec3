/** The question as it stands in the address; each part may be missing while it is being written. */
export interface ExplainQuestion {
  user?: string;
  sheet?: string;
  action?: string;
  /** ISO 8601; without it: now. */
  at?: string;
  own?: string;
}

export type ExplainParams = Record<string, string | string[] | undefined>;

const names = ["user", "sheet", "action", "at", "own"] as const;

/** The page with a question; the same address shows the same question to whoever it is sent to. */
export function explainHref(question: ExplainQuestion): string {
  const query = new URLSearchParams();
  for (const name of names) {
    const value = question[name];
    if (value) query.set(name, value);
  }
  return query.size === 0 ? "/admin/explain" : `/admin/explain?${query}`;
}

/** What the address asks. Doubled parts count as missing, as two readers may take different ones of the two. */
export function readExplain(params: ExplainParams): ExplainQuestion {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = params[name];
      return typeof value === "string" && value !== "" ? [[name, value]] : [];
    }),
  );
}
