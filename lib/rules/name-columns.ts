import { foldTitle } from "@/lib/policy/titles";
import { fail, ok, type Result } from "@/lib/result";
import type { ColumnsInput, MasksInput, RuleInput } from "./schema";

/** Null: nobody could look at the sheet. */
type Columns = readonly { id: string; title: string }[] | null;

/**
 * A rule about one sheet with its columns and masks by id, where they were given by title or by id among the titles.
 * The error names the field. Over many sheets, and of a report, titles stay titles. Pure.
 */
export function withColumnIds(
  input: RuleInput,
  columns: Columns,
): Result<RuleInput, { field: string; message: string }> {
  if (input.resource.type !== "sheet") return ok(input);
  const named = idsOf(input.columns, columns);
  if (!named.ok) return fail({ field: "columns", message: named.error });
  if (input.effect === "forbid" || input.masks === undefined) return ok({ ...input, columns: named.value });
  const masks: MasksInput = [];
  for (const given of input.masks) {
    const id = given.columnId ?? idOf(given.title ?? "", columns);
    if (id === null) return fail({ field: "masks", message: unknown(given.title ?? "", columns) });
    masks.push({ columnId: id, mask: given.mask });
  }
  return ok({ ...input, columns: named.value, masks });
}

function idsOf(given: ColumnsInput, columns: Columns): Result<ColumnsInput, string> {
  if (given.mode === "all" || given.titles === undefined) return ok(given);
  const ids = new Set<string>();
  for (const name of given.titles) {
    const id = idOf(name, columns);
    if (id === null) return fail(unknown(name, columns));
    ids.add(id);
  }
  return ok({ mode: given.mode, ids: [...ids] });
}

/** A title counts before an id: a column may be called 2026. */
function idOf(name: string, columns: Columns): string | null {
  const found =
    columns?.find(({ title }) => foldTitle(title) === foldTitle(name)) ??
    columns?.find(({ id }) => id === name);
  return found?.id ?? null;
}

function unknown(name: string, columns: Columns): string {
  return columns === null
    ? "Nobody could look at this sheet to find its columns. Write all, or share the sheet with you first."
    : `The sheet has no column called “${name.slice(0, 60)}”. Check its title.`;
}
