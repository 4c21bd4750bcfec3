/** Why Smartsheet's groups were not read at the last try, and what to do. `code`: of the API or of Smartsheet. */
export function groupProblemWords(code: string): string {
  switch (code) {
    case "token_invalid":
    case "token_expired":
      return "Smartsheet refuses the connection's token. Replace it under Connections.";
    case "not_found":
    case "cannot_assume":
      return "The connection's token may not read groups. It must be one of a System Admin.";
    case "rate_limited":
      return "Smartsheet asks us to slow down. Try again in a minute.";
    case "timeout":
      return "Smartsheet took too long. Try again in a minute.";
    case "unavailable":
      return "Smartsheet did not answer. Try again in a minute.";
    case "audit_unavailable":
      return "The access record cannot be written, so nothing was read. Tell whoever runs this server.";
    default:
      return "Smartsheet's answer could not be used. Try again in a minute.";
  }
}

export function countWords(count: number, one: string, many: string): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}

/** How many rules name each group kept here, by its id. */
export function rulesByGroup(
  rules: readonly { state: string; principal: { type: string; id?: string | null } }[],
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { state, principal } of rules)
    if (principal.type === "localGroup" && principal.id && state !== "ended")
      counts[principal.id] = (counts[principal.id] ?? 0) + 1;
  return counts;
}

/** Each attribute with how many people have it, and some of its values. */
export interface AttributeLine {
  name: string;
  people: number;
  values: string[];
}

export function attributeLines(
  rows: readonly { email: string; name: string; value: string }[],
): AttributeLine[] {
  const byName = new Map<string, { people: Set<string>; values: Set<string> }>();
  for (const { email, name, value } of rows) {
    const found = byName.get(name) ?? { people: new Set(), values: new Set() };
    found.people.add(email);
    found.values.add(value);
    byName.set(name, found);
  }
  return [...byName]
    .map(([name, { people, values }]) => ({ name, people: people.size, values: [...values].sort() }))
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
}
