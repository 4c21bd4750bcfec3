import "server-only";
import { findBindings } from "@/db/queries/people";
import { listOpenRules } from "@/db/queries/rules";
import type { SheetId } from "@/lib/policy/ids";
import type { AnyRule } from "@/lib/policy/types";
import { addressesOf, toPolicyRule } from "./facts";

/** The rules as they stand now, for one sheet or all, ready for the decision. Never cached: a change counts from the next request on (I04). */
export async function loadPolicyRules(sheetId?: SheetId): Promise<AnyRule[]> {
  const rows = await listOpenRules(sheetId);
  const bindings = await findBindings(addressesOf(rows));
  return rows.map((row) => toPolicyRule(row, bindings));
}
