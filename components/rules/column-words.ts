import { chip, type KnownColumns, plain, type Token } from "./condition-words";
import type { ColumnsChoice, Draft, DraftMask } from "./draft";
import { maskOf } from "./draft-edits";
import { maskWords } from "./mask-words";

type Columns = Pick<Draft, "effect" | "columns" | "masks">;

/** "the columns Person, Salary (in ranges of 10,000) + 2", "all columns but IBAN, with masks on Contact (initials)". */
export function columnTokens(draft: Columns, known: KnownColumns, most = Number.POSITIVE_INFINITY): Token[] {
  const { columns } = draft;
  if (columns === null || (columns.mode !== "all" && columns.names.length === 0))
    return [plain(columns?.mode === "except" ? "all columns but" : "the columns"), chip("which ones")];
  const masked = maskedTokens(draft, known);
  if (columns.mode === "all") return [chip("all columns"), plain("(also those added later)"), ...masked];
  const { by, mode } = columns;
  const titles = columns.names.map((name) => titleOf(by, name, known) + maskSuffix(draft, by, name));
  const shown = titles.length > most ? titles.slice(0, most - 1) : titles;
  const rest = titles.length - shown.length;
  const head = mode === "except" ? "all columns but" : titles.length === 1 ? "the column" : "the columns";
  return [plain(head), ...shown.map(chip), ...(rest > 0 ? [chip(`+ ${rest}`)] : []), ...masked];
}

/** A masked column by its title, with how it is masked: "IBAN (last 4)". */
export function maskedTitle({ columnId, title, mask }: DraftMask, known: KnownColumns): string {
  const name = columnId === undefined ? (title ?? "") : titleOf("id", columnId, known);
  return `${name} (${maskWords(mask)})`;
}

/** Where the sentence lists what is shown, a mask stands behind its column; elsewhere the masked ones are listed apart. */
function maskedTokens({ effect, columns, masks }: Columns, known: KnownColumns): Token[] {
  if (effect === "forbid" || masks.length === 0 || columns?.mode === "only") return [];
  return [plain(", with masks on"), ...masks.map((mask) => chip(maskedTitle(mask, known)))];
}

function maskSuffix(draft: Columns, by: ColumnsChoice["by"], name: string): string {
  if (draft.effect === "forbid" || draft.columns?.mode !== "only") return "";
  const mask = maskOf(draft, by, name);
  return mask === null ? "" : ` (${maskWords(mask)})`;
}

export function titleOf(by: ColumnsChoice["by"], name: string, known: KnownColumns): string {
  return by === "title" ? name : (known[name]?.title ?? "a column that is gone");
}
