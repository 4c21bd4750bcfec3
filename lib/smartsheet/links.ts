const SAFE = new Set(["http:", "https:", "mailto:"]);

/**
 * The address a cell links to, if a browser may be sent there; `javascript:`, `data:` and the like give undefined (T12).
 * Links to sheets, reports and dashboards are permalinks into Smartsheet, which a person here may not know of: dropped.
 */
export function safeLink(hyperlink: unknown): string | undefined {
  if (typeof hyperlink !== "object" || hyperlink === null) return undefined;
  const { url, sheetId, reportId, sightId } = hyperlink as Record<string, unknown>;
  if (typeof url !== "string" || (sheetId ?? reportId ?? sightId) != null) return undefined;
  if (!URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  return SAFE.has(parsed.protocol) ? parsed.href : undefined;
}
