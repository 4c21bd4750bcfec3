import { decide } from "@/lib/policy/decide";
import { project } from "@/lib/policy/project";
import type { VisibleSheet } from "@/lib/policy/sheet";
import type { AnyRule, Person } from "@/lib/policy/types";
import type { BlastRadius, RadiusAsset, RadiusWorld } from "./radius-types";

/** What one person sees, the plain way: every rule looked at, every answer handed over. */
export function plainSight(
  rules: readonly AnyRule[],
  who: Person,
  of: RadiusAsset,
  { facts: known, own }: RadiusWorld,
): VisibleSheet | null {
  const { asset: kind, sheetId, within, sources } = of;
  const request = { person: who, sheetId, asset: kind, within, action: "read" } as const;
  const decision = decide(request, rules, { ...known, own: own?.(who.userId, sheetId) ?? "no" });
  if (decision.effect === "deny") return null;
  const mine = sources.filter(({ assume }) => (assume === null) === (decision.via === "own"));
  const projection = project(decision, mine);
  return projection.kind === "visible" ? projection.sheet : null;
}

/** Titles of columns with a cell that stood as in the answer before, and stands otherwise after. */
export function lostPlainText(
  { sources }: RadiusAsset,
  was: VisibleSheet | null,
  now: VisibleSheet | null,
): string[] {
  const text = (cell: unknown) => JSON.stringify(cell);
  const raw = new Map(sources[0]?.sheet.rows.map(({ id, cells }) => [id, cells]));
  const old = new Map(was?.rows.map(({ id, cells }) => [id, cells]));
  return (now?.columns ?? []).flatMap(({ id: column, title }) => {
    const hasLost = now?.rows.some(({ id, cells }) => {
      const [plain, before, after] = [raw.get(id)?.[column], old.get(id)?.[column], cells[column]];
      return after !== undefined && text(before) === text(plain) && text(after) !== text(plain);
    });
    return hasLost ? [title] : [];
  });
}

export function swapped(radius: BlastRadius): BlastRadius {
  const swap = <T>({ gained, lost }: { gained: T; lost: T }) => ({ gained: lost, lost: gained });
  const { people, sheets, rows, columns, cells, sensitive, masks, persons } = radius;
  return {
    ...radius,
    people: swap(people),
    sheets: swap(sheets),
    rows: swap(rows),
    columns: swap(columns),
    cells: swap(cells),
    sensitive: swap(sensitive),
    masks: { unmasked: masks.newlyMasked, newlyMasked: masks.unmasked },
    persons: persons.map((one) => ({
      ...one,
      sheets: one.sheets.map((effect) => ({
        ...effect,
        rows: { ...swap(effect.rows), before: effect.rows.after, after: effect.rows.before },
        columns: {
          ...swap(effect.columns),
          unmasked: effect.columns.newlyMasked,
          newlyMasked: effect.columns.unmasked,
        },
        sensitive: swap(effect.sensitive),
        cells: swap(effect.cells),
        actions: swap(effect.actions),
        expiresAt: { before: effect.expiresAt.after, after: effect.expiresAt.before },
      })),
    })),
  };
}

export function countPlainly(before: AnyRule[], after: AnyRule[], world: RadiusWorld) {
  const sets = { sheets: sides(), rows: sides(), columns: sides() };
  const people = { gained: 0, lost: 0 };
  const cells = { gained: 0, lost: 0 };
  for (const who of world.people) {
    const hasRows = { was: false, now: false };
    for (const [place, one] of world.assets.entries()) {
      const was = thingsIn(plainSight(before, who, one, world), place);
      const now = thingsIn(plainSight(after, who, one, world), place);
      for (const part of ["sheets", "rows", "columns"] as const) {
        for (const key of now[part]) if (!was[part].has(key)) sets[part].gained.add(key);
        for (const key of was[part]) if (!now[part].has(key)) sets[part].lost.add(key);
      }
      cells.gained += [...now.cells].filter((key) => !was.cells.has(key)).length;
      cells.lost += [...was.cells].filter((key) => !now.cells.has(key)).length;
      hasRows.was ||= was.rows.size > 0;
      hasRows.now ||= now.rows.size > 0;
    }
    if (hasRows.now && !hasRows.was) people.gained += 1;
    if (hasRows.was && !hasRows.now) people.lost += 1;
  }
  const sizes = ({ gained, lost }: ReturnType<typeof sides>) => ({ gained: gained.size, lost: lost.size });
  return {
    people,
    sheets: sizes(sets.sheets),
    rows: sizes(sets.rows),
    columns: sizes(sets.columns),
    cells,
  };
}

const sides = () => ({ gained: new Set<string>(), lost: new Set<string>() });

function thingsIn(sheet: VisibleSheet | null, place: number) {
  return {
    sheets: new Set(sheet === null ? [] : [`${place}`]),
    rows: new Set(sheet?.rows.map(({ id }) => `${place}/${id}`)),
    columns: new Set(sheet?.columns.map(({ id }) => `${place}/${id}`)),
    cells: new Set(
      sheet?.rows.flatMap(({ id, cells }) => Object.keys(cells).map((c) => `${place}/${id}/${c}`)),
    ),
  };
}
