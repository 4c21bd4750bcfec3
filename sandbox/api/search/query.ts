import { ApiError, badValue } from "../../http/errors";
import { moment } from "../../http/paging";
import type { Call } from "../call";

export const SCOPES = [
  "attachments",
  "cellData",
  "comments",
  "folderNames",
  "reportNames",
  "sheetNames",
  "sightNames",
  "summaryFields",
  "templateNames",
  "workspaceNames",
] as const;
export type SearchScope = (typeof SCOPES)[number];

export interface SearchQuery {
  fits: (text: string) => boolean;
  scopes: ReadonlySet<SearchScope>;
  /** Milliseconds since the epoch; 0 where the call does not ask. */
  since: number;
  withFavorites: boolean;
  /** Only what lies in the caller's Sheets folder. */
  isPersonal: boolean;
}

/** Errors: 400/1009 without a query, 400/1018 for words the parameters do not know. */
export function readQuery(call: Call): SearchQuery {
  const { query } = call;
  const text = query.get("query")?.trim() ?? "";
  if (text === "") throw new ApiError(400, 1009, "A required parameter is missing from your request: query.");
  const location = query.get("location") ?? "";
  if (location !== "" && location !== "personalWorkspace") throw badValue(location, "location");
  return {
    fits: matcher(text),
    scopes: readScopes(query),
    since: moment(query, "modifiedSince") ?? 0,
    withFavorites: (query.get("include") ?? "").split(",").includes("favoriteFlag"),
    isPersonal: location !== "",
  };
}

/** A comma list, or the parameter again and again: the API description names both. */
function readScopes(query: URLSearchParams): ReadonlySet<SearchScope> {
  const words = [...query.getAll("scopes"), ...query.getAll("scopes[]")]
    .flatMap((text) => text.split(","))
    .map((word) => word.trim())
    .filter(Boolean);
  if (words.length === 0) return new Set(SCOPES);
  return new Set(
    words.map((word) => {
      const scope = SCOPES.find((known) => known === word);
      if (!scope) throw badValue(word, "scopes");
      return scope;
    }),
  );
}

/** In quotes: these words in this order and nothing within them; else: all words, anywhere, parts of words too. */
function matcher(query: string): (text: string) => boolean {
  const exact = /^"(.*)"$/.exec(query)?.[1]?.trim();
  if (exact !== undefined && exact !== "") {
    const words = exact.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+");
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${words}(?![\\p{L}\\p{N}])`, "iu");
    return (text) => pattern.test(text);
  }
  const words = query
    .toLowerCase()
    .split(/[\s"]+/)
    .filter(Boolean);
  return (text) => {
    const folded = text.toLowerCase();
    return words.length > 0 && words.every((word) => folded.includes(word));
  };
}
