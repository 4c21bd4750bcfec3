import type { Plain } from "./canonical";

/** One field that two rules say differently. Of a list what came has no `before`, and what went no `after`. */
export interface Difference {
  /** Such as `columns.ids` or `endsAt`. */
  field: string;
  before: string | null;
  after: string | null;
}

/** Field by field, by name; both must be canonical, so that no order and no spelling counts as a difference. */
export function differencesOf(before: Plain | undefined, after: Plain | undefined, field = ""): Difference[] {
  if (isGroup(before) && isGroup(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
    return names.flatMap((name) =>
      differencesOf(before[name], after[name], field === "" ? name : `${field}.${name}`),
    );
  }
  if (Array.isArray(before) && Array.isArray(after)) {
    const was = before.map(textOf);
    const is = after.map(textOf);
    return [
      ...was.filter((text) => !is.includes(text)).map((text) => ({ field, before: text, after: null })),
      ...is.filter((text) => !was.includes(text)).map((text) => ({ field, before: null, after: text })),
    ];
  }
  const was = before === undefined ? null : textOf(before);
  const is = after === undefined ? null : textOf(after);
  return was === is ? [] : [{ field, before: was, after: is }];
}

function isGroup(value: Plain | undefined): value is { [key: string]: Plain } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function textOf(value: Plain): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
