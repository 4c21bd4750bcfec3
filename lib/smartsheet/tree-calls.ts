import "server-only";
import { isSmartsheetId } from "@/lib/policy/ids";
import { fail, ok, type Result } from "@/lib/result";
import { upstreamError } from "./errors";
import type { JsonDocument } from "./json";
import { readTokenPages } from "./paging";
import type { Child, PathTo, Place, Smartsheet, UpstreamError } from "./port";
import type { SdkCall } from "./sdk";
import { type WirePath, wireChild, wireNamed, wirePath } from "./wire";

const KINDS: ReadonlySet<string> = new Set<Child["kind"]>(["sheet", "report", "folder"]);
const BIGGEST_PAGE = 1000;

/** Where things lie: workspaces, one level of a place, and the path down to one thing. */
export function treeCalls(call: SdkCall): Pick<Smartsheet, "listWorkspaces" | "listChildren" | "getPath"> {
  return {
    async listWorkspaces(authority, signal) {
      const all = await readTokenPages(wireNamed, (paging) =>
        call(authority, signal, ({ tree, customProperties }) =>
          tree.listWorkspaces({
            queryParameters: { paginationType: "token", maxItems: BIGGEST_PAGE, ...paging },
            customProperties,
          }),
        ),
      );
      return all.ok ? ok(all.value.sort((a, b) => a.name.localeCompare(b.name))) : all;
    },

    async listChildren(authority, { type, id }, signal) {
      if (!isSmartsheetId(id)) return fail(upstreamError("not_found"));
      const all = await readTokenPages(wireChild, (paging) =>
        call(authority, signal, ({ tree, customProperties }) => {
          const queryParameters = {
            childrenResourceTypes: "sheets,reports,folders",
            maxItems: BIGGEST_PAGE,
            ...paging,
          };
          return type === "workspace"
            ? tree.getWorkspaceChildren({ workspaceId: id, queryParameters, customProperties })
            : tree.getFolderChildren({ folderId: id, queryParameters, customProperties });
        }),
      );
      return all.ok ? ok(all.value.filter(isChild)) : all;
    },

    async getPath(authority, kind, id, signal) {
      if (!isSmartsheetId(id)) return fail(upstreamError("not_found"));
      const answer = await call(authority, signal, ({ sheets, tree, customProperties }) => {
        switch (kind) {
          case "sheet":
            return sheets.getSheetPath({ sheetId: id, customProperties });
          case "report":
            return tree.getReportPath({ reportId: id, customProperties });
          case "folder":
            return tree.getFolderPath({ folderId: id, customProperties });
        }
      });
      return answer.ok ? readPath(answer.value, kind, id) : answer;
    },
  };
}

function isChild(child: { id: string; name: string; kind: string }): child is Child {
  return KINDS.has(child.kind);
}

/**
 * The outermost place is a workspace, or the personal Sheets folder of whoever asks; as a place that nobody's rule names,
 * the latter may pass for a workspace. A path that does not end in what was asked for is no answer.
 */
function readPath(document: JsonDocument, kind: Child["kind"], id: string): Result<PathTo, UpstreamError> {
  const parsed = wirePath.safeParse(document.root);
  if (!parsed.success) return fail(upstreamError("bad_answer", { status: 200 }));
  const places: Place[] = [{ type: "workspace", id: parsed.data.id }];
  let last: WirePath = parsed.data;
  for (let next = last.folders?.[0]; next; next = next.folders?.[0]) {
    places.push({ type: "folder", id: next.id });
    last = next;
  }
  const leaf = kind === "folder" ? last : (kind === "sheet" ? last.sheets : last.reports)?.[0];
  if (leaf?.id !== id) return fail(upstreamError("bad_answer", { status: 200 }));
  return ok({ places, name: leaf.name });
}
