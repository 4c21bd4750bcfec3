export interface Target {
  /** As sent: not decoded, and `..` and `//` stay what they are. */
  path: string;
  query: URLSearchParams;
}

/**
 * Path and query of a request. `new URL` would throw on `//`, and would take `//2.0/sheets` for a host; an absolute
 * target (`GET http://host/path`, as sent through a proxy) counts by its path.
 */
export function readTarget(raw: string): Target {
  const relative = raw.startsWith("/") ? raw : afterHost(raw);
  const [beforeHash = ""] = relative.split("#", 1);
  const mark = beforeHash.indexOf("?");
  if (mark < 0) return { path: beforeHash, query: new URLSearchParams() };
  return { path: beforeHash.slice(0, mark), query: new URLSearchParams(beforeHash.slice(mark + 1)) };
}

function afterHost(raw: string): string {
  const rest = /^https?:\/\/[^/?#]*(.*)$/i.exec(raw)?.[1] ?? `/${raw}`;
  return rest.startsWith("/") ? rest : `/${rest}`;
}
