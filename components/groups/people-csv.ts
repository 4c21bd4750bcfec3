import { writeCsv } from "@/lib/rules/csv";

interface Row {
  email: string;
  name: string;
  value: string;
}

/**
 * The table of people as a file that can be read in again as it is: one line for each person, and more where they have
 * several values of one name. Pure.
 */
export function peopleCsv(rows: readonly Row[]): string {
  const names = [...new Set(rows.map(({ name }) => name))].sort();
  const people = new Map<string, Map<string, string[]>>();
  for (const { email, name, value } of rows) {
    const values = people.get(email) ?? new Map<string, string[]>();
    people.set(email, values.set(name, [...(values.get(name) ?? []), value]));
  }
  const lines = [...people].flatMap(([email, values]) => {
    const most = Math.max(...[...values.values()].map((list) => list.length));
    return Array.from({ length: most }, (_, at) => [
      email,
      ...names.map((name) => values.get(name)?.[at] ?? ""),
    ]);
  });
  return writeCsv([["e-mail", ...names], ...lines], { bom: true });
}
