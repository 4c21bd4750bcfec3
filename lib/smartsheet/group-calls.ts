import "server-only";
import type { GroupId, UserId } from "@/lib/policy/ids";
import { isSmartsheetId } from "@/lib/policy/ids";
import { fail, ok } from "@/lib/result";
import { upstreamError } from "./errors";
import { readAllPages } from "./paging";
import type { Smartsheet } from "./port";
import type { SdkCall } from "./sdk";
import { fullName } from "./summaries";
import { wireGroupMembers, wireNamed } from "./wire";

/** The plan's groups and who is in them. */
export function groupCalls(call: SdkCall): Pick<Smartsheet, "listGroups" | "listGroupMembers"> {
  return {
    async listGroups(authority, signal) {
      const all = await readAllPages(wireNamed, (paging) =>
        call(authority, signal, ({ tree, customProperties }) =>
          tree.listGroups({ queryParameters: paging, customProperties }),
        ),
      );
      if (!all.ok) return all;
      return ok(
        all.value
          .map(({ id, name }) => ({ id: id as GroupId, name }))
          .sort((a, b) => a.name.localeCompare(b.name)),
      );
    },

    async listGroupMembers(authority, groupId, signal) {
      if (!isSmartsheetId(groupId)) return fail(upstreamError("not_found"));
      const answer = await call(authority, signal, ({ tree, customProperties }) =>
        tree.getGroup({ groupId, customProperties }),
      );
      if (!answer.ok) return answer;
      const parsed = wireGroupMembers.safeParse(answer.value.root);
      if (!parsed.success) return fail(upstreamError("bad_answer", { status: 200 }));
      return ok(
        parsed.data.members.map(({ id, email, name, firstName, lastName }) => ({
          id: id as UserId,
          email,
          name: name || fullName(firstName, lastName) || email,
        })),
      );
    },
  };
}
