import "server-only";
import { listConnections } from "@/db/queries/connections";
import { listKnownUsers } from "@/db/queries/people";
import { findSheetLabels, listSheetLabels } from "@/db/queries/sheets";
import type { DecisionRecord } from "@/lib/decisions/record";
import { findAssumedNames } from "@/lib/rules/assumed-names";
import { readBody } from "@/lib/rules/facts";
import type { Services } from "@/lib/services";
import { ruleNotes } from "./rule-notes";
import type { AccessChoices, ExplainAnswer, TraceNames } from "./schema";

/** What one can ask about. Reads what is kept here, never Smartsheet. */
export async function findChoices({ decider }: Pick<Services, "decider">): Promise<AccessChoices> {
  const { book, tree } = await decider.policyNow(null);
  const names = new Map<string, string>();
  for (const [key, name] of tree.names) if (key.startsWith("sheet:")) names.set(key.slice(6), name);
  for (const row of book.rows) {
    const read = readBody(row);
    if (row.resourceType === "sheet" && "body" in read) names.set(row.sheetId, read.body.sheetName);
  }
  for (const { sheetId, name } of await listSheetLabels()) names.set(sheetId, name);
  return {
    people: (await listKnownUsers()).map(({ id, name, email }) => ({ id, name, email })),
    sheets: [...names]
      .map(([id, name]) => ({ id, name }))
      .sort((a, b) => a.name.localeCompare(b.name, "en", { sensitivity: "base", numeric: true })),
  };
}

/** Names of people by address: who signed in here, and whom rules read as. For reading only: an address grants nothing (I03). */
export async function findAddressNames(): Promise<Record<string, string>> {
  const known = (await listKnownUsers()).map(({ email, name }) => [email.toLowerCase(), name] as const);
  return { ...Object.fromEntries(await findAssumedNames()), ...Object.fromEntries(known) };
}

export async function findTraceNames({
  decider,
  groups,
}: Pick<Services, "decider" | "groups">): Promise<TraceNames> {
  const { book } = await decider.policyNow(null);
  const { local, smartsheet } = await groups.list();
  const places = book.rows.flatMap((row) => {
    const read = readBody(row);
    const isPlace = row.resourceType === "folder" || row.resourceType === "workspace";
    return isPlace && "body" in read ? [[`${row.resourceType}:${row.sheetId}`, read.body.sheetName]] : [];
  });
  return {
    addresses: await findAddressNames(),
    groups: Object.fromEntries([...smartsheet, ...local].map(({ id, name }) => [id, name])),
    places: Object.fromEntries(places),
    connections: Object.fromEntries((await listConnections()).map(({ id, name }) => [id, name])),
  };
}

/** What the rules of a kept decision say today, and what its sheet and person are called. */
export async function findRecordNames(
  record: DecisionRecord,
  { decider }: Pick<Services, "decider">,
): Promise<{ rules: ExplainAnswer["rules"]; sheet: string | null; person: string | null }> {
  const { book } = await decider.policyNow(null);
  const { sheetId, userId } = record.asked;
  return {
    rules: ruleNotes(
      book,
      record.considered.map(({ rule }) => rule),
    ),
    sheet: (await findSheetLabels([sheetId])).get(sheetId)?.name ?? null,
    person: (await listKnownUsers()).find(({ id }) => id === userId)?.name ?? null,
  };
}
