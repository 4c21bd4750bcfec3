import "server-only";
import { listOpenRules } from "@/db/queries/rules";
import { readBody } from "./facts";

/** Names of the people rules read as, by address, as they were when the rules were saved. For reading only. */
export async function findAssumedNames(): Promise<Map<string, string>> {
  return new Map(
    (await listOpenRules()).flatMap((row) => {
      const read = readBody(row);
      if (!("body" in read) || read.body.effect !== "permit" || !read.body.assumedName) return [];
      return [[read.body.delegation.assume, read.body.assumedName] as const];
    }),
  );
}
