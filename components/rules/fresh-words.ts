/** How often a permit's data is checked for changes, as one chooses it; null leaves it to the connection. */
const CHOICES = [null, 5, 15, 60, 600, 3600] as const;
const AS_CONNECTION = "as the connection says";

const UNITS = [
  { seconds: 3600, one: "hour", many: "hours" },
  { seconds: 60, one: "minute", many: "minutes" },
] as const;

/** "every 5 seconds", "every minute", "every 90 seconds", "as the connection says". */
export function freshWords(seconds: number | null): string {
  if (seconds === null) return AS_CONNECTION;
  const unit = UNITS.find((each) => seconds % each.seconds === 0);
  if (unit === undefined) return `every ${seconds} seconds`;
  const count = seconds / unit.seconds;
  return count === 1 ? `every ${unit.one}` : `every ${count} ${unit.many}`;
}

export interface FreshOption {
  /** For a select, which knows text alone. */
  value: string;
  label: string;
}

/** What there is to choose, from often to seldom; a number a rule made elsewhere says stands among them. */
export function freshOptions(current: number | null): FreshOption[] {
  const all = [...new Set([...CHOICES, current])].sort((a, b) => (a ?? 0) - (b ?? 0));
  return all.map((seconds) => ({ value: valueOfFresh(seconds), label: capital(freshWords(seconds)) }));
}

export const valueOfFresh = (seconds: number | null) => (seconds === null ? "connection" : String(seconds));
export const freshOfValue = (value: string) => (value === "connection" ? null : Number(value));

function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
