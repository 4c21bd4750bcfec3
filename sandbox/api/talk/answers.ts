import type { Reply } from "../../http/reply";
import { success } from "../../http/success";
import type { Sheet } from "../../store/sheet";

/** What a change answers with: the thing made or changed, and the sheet's new version. */
export function changed({ version }: Sheet, result: unknown): Reply {
  return success({ result, version });
}
