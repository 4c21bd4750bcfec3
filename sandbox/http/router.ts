export interface Route<Handler> {
  method: string;
  path: string;
  handle: Handler;
}

export type Found<Handler> =
  | { kind: "found"; handle: Handler; params: Record<string, string>; path: string }
  | { kind: "wrong_method" }
  | { kind: "none" };

/** Matches `/sheets/{sheetId}/rows`; a placeholder takes one segment. Path segments are case sensitive. */
export function findRoute<Handler>(routes: Route<Handler>[], method: string, path: string): Found<Handler> {
  const parts = path.split("/");
  let pathKnown = false;
  for (const route of routes) {
    const params = matchParts(route.path.split("/"), parts);
    if (!params) continue;
    if (route.method === method) return { kind: "found", handle: route.handle, params, path: route.path };
    pathKnown = true;
  }
  return { kind: pathKnown ? "wrong_method" : "none" };
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
