import type { PersonEffect, SheetEffect } from "./radius-types";

/** A blast radius as a diff, a line for each person and sheet: "+ Vik Viewer: Payroll 2026, 6 rows, columns Person, Team". */
export function radiusLines(persons: readonly PersonEffect[]): string[] {
  return persons.flatMap(({ name, email, sheets }) =>
    sheets.map(
      (sheet) => `${signOf(sheet)} ${name === email ? email : `${name} (${email})`}: ${effectWords(sheet)}`,
    ),
  );
}

function signOf({ rows, columns, cells }: SheetEffect): "+" | "−" | "~" {
  const gains = rows.gained + columns.gained.length + columns.unmasked.length + cells.gained > 0;
  const losses = rows.lost + columns.lost.length + columns.newlyMasked.length + cells.lost > 0;
  if (gains === losses) return "~";
  return gains ? "+" : "−";
}

function effectWords({ name, rows, columns, sensitive, actions, expiresAt }: SheetEffect): string {
  const parts = [
    rows.before === rows.after ? `${rows.after} rows` : `${rows.before} → ${rows.after} rows`,
    ...list("columns gained", columns.gained),
    ...list("columns lost", columns.lost),
    ...list("masked from now on", columns.newlyMasked),
    ...list("no longer masked", columns.unmasked),
    ...list("sensitive", sensitive.gained),
    ...list("may newly", actions.gained),
    ...list("may no longer", actions.lost),
    ...(expiresAt.before === expiresAt.after ? [] : [`until ${expiresAt.after ?? "closed"}`]),
  ];
  return `${name}, ${parts.join("; ")}`;
}

function list(words: string, names: readonly string[]): string[] {
  return names.length === 0 ? [] : [`${words}: ${names.join(", ")}`];
}
