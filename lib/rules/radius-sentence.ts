import type { BlastRadius, Change } from "./radius-types";

const MINUS = "−";

/**
 * A change of rules in one line: "+3 people, +2 sheets, +41 rows, +1 sensitive column", "−1 person, −6 rows" or
 * "Nothing changes". Columns and cells are named only where people, sheets and rows don't tell of the change already.
 */
export function radiusSentence(radius: BlastRadius): string {
  if (radius.isUnchanged) return "Nothing changes";
  const { people, sheets, rows, columns, cells, sensitive, masks, persons, unreadable } = radius;
  const wide = [
    ...parts(people, "person", "people"),
    ...parts(sheets, "sheet", "sheets"),
    ...parts(rows, "row", "rows"),
  ];
  const isNarrow = sheets.gained + sheets.lost === 0;
  const marked = lengths(sensitive.gained, sensitive.lost);
  const plain = { gained: columns.gained - marked.gained, lost: columns.lost - marked.lost };
  const said = [
    ...wide,
    ...(isNarrow ? parts(plain, "column", "columns") : []),
    ...parts(marked, "sensitive column", "sensitive columns"),
    ...parts(lengths(masks.unmasked, []), "unmasked column", "unmasked columns"),
    ...parts(lengths(masks.newlyMasked, []), "masked column", "masked columns"),
  ];
  if (said.length === 0) said.push(...parts(cells, "cell", "cells"));
  if (said.length === 0 && persons.length > 0)
    said.push(`Other actions or end dates for ${count(persons.length, "person", "people")}`);
  if (unreadable.length > 0) said.push(`${count(unreadable.length, "sheet", "sheets")} could not be read`);
  return said.join(", ");
}

function parts({ gained, lost }: Change, one: string, many: string): string[] {
  return [
    ...(gained > 0 ? [`+${count(gained, one, many)}`] : []),
    ...(lost > 0 ? [`${MINUS}${count(lost, one, many)}`] : []),
  ];
}

function count(amount: number, one: string, many: string): string {
  return `${amount.toLocaleString("en")} ${amount === 1 ? one : many}`;
}

function lengths(gained: readonly unknown[], lost: readonly unknown[]): Change {
  return { gained: gained.length, lost: lost.length };
}
