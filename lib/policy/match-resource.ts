import type { AccessRequest, Container, RuleResource } from "./types";

export type ResourceMatch = "matched" | "other_sheet" | "other_resource" | "tree_unknown" | "stored_rule";

/**
 * Whether the rule is about the sheet or report asked for. `tree_unknown`: where it lies is not known, so whether a
 * folder or workspace holds it can't be told; a permit lapses then and a forbid holds. `stored_rule`: can't be read.
 */
export function matchResource(resource: RuleResource, request: AccessRequest): ResourceMatch {
  if (typeof resource?.id !== "string") return "stored_rule";
  const isReport = request.asset === "report";
  switch (resource.type) {
    case "sheet":
      return !isReport && sameId(resource.id, request.sheetId) ? "matched" : "other_sheet";
    case "report":
      return isReport && sameId(resource.id, request.sheetId) ? "matched" : "other_resource";
    case "folder":
    case "workspace": {
      const path = knownPath(request);
      if (path === null) return "tree_unknown";
      return path.some(({ type, id }) => type === resource.type && id === resource.id)
        ? "matched"
        : "other_resource";
    }
    default:
      return "stored_rule";
  }
}

/** The folders and workspace the asset lies in; null where they aren't known. */
export function knownPath({ within }: AccessRequest): readonly Container[] | null {
  return Array.isArray(within) ? within : null;
}

function sameId(a: string, b: string): boolean {
  return a === b;
}
