export interface Route<Handler> {
  method: string;
  path: string;
  handle: Handler;
}

export type Found<Handler> =
  | { kind: "found"; handle: Handler; params: Record<string, string>; path: string }
  | { kind: "wrong_method" }
  | { kind: "bad_encoding" }
  | { kind: "none" };

/**
 * Matches `/sheets/{sheetId}/rows`; a placeholder takes one segment, which arrives decoded. Path segments are case
 * sensitive.
 */
export function findRoute<Handler>(routes: Route<Handler>[], method: string, path: string): Found<Handler> {
  const parts = path.split("/");
  let kind: "none" | "wrong_method" = "none";
  for (const route of routes) {
    const raw = matchParts(route.path.split("/"), parts);
    if (!raw) continue;
    kind = "wrong_method";
    if (route.method !== method) continue;
    const params = decodeAll(raw);
    return params
      ? { kind: "found", handle: route.handle, params, path: route.path }
      : { kind: "bad_encoding" };
  }
  return { kind };
}

function matchParts(pattern: string[], parts: string[]): Record<string, string> | null {
  if (pattern.length !== parts.length) return null;
  const params: Record<string, string> = {};
  for (const [place, wanted] of pattern.entries()) {
    const given = parts[place] ?? "";
    if (wanted.startsWith("{")) {
      if (given === "") return null;
      params[wanted.slice(1, -1)] = given;
    } else if (wanted !== given) return null;
  }
  return params;
}

function decodeAll(raw: Record<string, string>): Record<string, string> | null {
  try {
    return Object.fromEntries(Object.entries(raw).map(([name, value]) => [name, decodeURIComponent(value)]));
  } catch {
    return null;
  }
}
