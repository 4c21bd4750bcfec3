import "server-only";
import { listKnownUsers } from "@/db/queries/people";
import { findPerson, personOf } from "@/lib/auth/person";
import type { ReadContext } from "@/lib/connections/admin-read";
import { type AppError, appError } from "@/lib/errors";
import type { SheetId, UserId } from "@/lib/policy/ids";
import type { SourceSheet } from "@/lib/policy/sheet";
import { sheetsFor } from "@/lib/policy/sheets-for";
import { fail, ok, type Result } from "@/lib/result";
import type { RadiusAsset } from "@/lib/rules/radius-types";
import { type IsSensitive, sensitiveColumns } from "@/lib/rules/sensitive-columns";
import { type WhoEntry, whatSees, whoSees, whoSeesColumn, whoSeesRow } from "@/lib/rules/who-sees";
import type { WhoAnswer, WhoColumn, WhoInput, WhoLine } from "./schema";
import type { AccessParts } from "./service";

/** More sheets than one reads through, and more calls than one administrator should cost everybody. */
const MOST_SHEETS = 25;
const MOST_ROWS = 2_000;

/** Who sees one sheet, or what one person sees, on the sheets as they are now. */
export async function whoAnswer(
  parts: Omit<AccessParts, "audit" | "readSheet">,
  input: WhoInput,
  withLabels: boolean,
  context: ReadContext,
): Promise<Result<WhoAnswer, AppError>> {
  const { decider, clock, ownAccess } = parts;
  const { book, tree } = await decider.policyNow(context);
  const facts = await decider.factsAt();
  const own = (userId: UserId, sheetId: SheetId) => (ownAccess.isKnownToOwn(userId, sheetId) ? "yes" : "no");
  const at = clock.now();

  if (input.by === "sheet") {
    const sheetId = input.sheetId as SheetId;
    const [asset] = await parts.readAssets([sheetId], book.rules, tree, context);
    if (!asset) throw new Error("An asset was asked for and not given.");
    const people = await Promise.all((await listKnownUsers()).map((user) => personOf(user, at)));
    const isSensitive = await sensitiveColumns([sheetId]);
    const shape = shapeOf(asset, isSensitive, withLabels);
    const entries = narrowed(whoSees(people, asset, book.index, { facts, own }), input);
    return ok({
      about: { id: sheetId, name: asset.name },
      lines: entries.map((entry) => toLine(entry, shape.columns, isSensitive)),
      ...shape,
      skipped: [],
      unreadable: asset.sources.length === 0 ? [asset.name] : [],
      at: at.toISOString(),
    });
  }

  const person = await findPerson(input.userId, at);
  if (!person) return fail(appError("not_found"));
  const open = sheetsFor(book.index, person, facts, tree.tree).filter(({ asset }) => asset === "sheet");
  const ids = open.map(({ sheetId }) => sheetId);
  const assets = await parts.readAssets(ids.slice(0, MOST_SHEETS), book.rules, tree, context);
  const isSensitive = await sensitiveColumns(ids);
  const columnsOf = new Map(
    assets.map((asset) => [asset.sheetId as string, columnsOfAsset(asset, isSensitive)]),
  );
  return ok({
    about: { id: person.userId, name: person.name },
    lines: whatSees(person, assets, book.index, { facts, own }).map((entry) =>
      toLine(entry, columnsOf.get(entry.sheetId) ?? [], isSensitive),
    ),
    columns: [],
    rows: [],
    skipped: ids.slice(MOST_SHEETS).map((id) => tree.names.get(`sheet:${id}`) ?? id),
    unreadable: assets.filter(({ sources }) => sources.length === 0).map(({ name }) => name),
    at: at.toISOString(),
  });
}

function narrowed(
  entries: readonly WhoEntry[],
  { columnId, rowId }: { columnId?: string; rowId?: string },
): readonly WhoEntry[] {
  const ofColumn = columnId === undefined ? entries : whoSeesColumn(entries, columnId);
  return rowId === undefined ? ofColumn : whoSeesRow(ofColumn, rowId);
}

function toLine(entry: WhoEntry, all: readonly WhoColumn[], isSensitive: IsSensitive): WhoLine {
  const { userId, name, email, sheetId, sheetName, via, rules, assumedUsers, actions, expiresAt } = entry;
  const open = new Set(entry.columns.map(({ id }) => id));
  return {
    person: { userId, name, email },
    sheet: { id: sheetId, name: sheetName },
    via,
    rules,
    assumedUsers,
    columns: entry.columns.map((column) => ({ ...column, isSensitive: isSensitive(sheetId, column) })),
    closed: all.filter(({ id }) => !open.has(id)),
    rows: entry.rows,
    actions,
    expiresAt,
  };
}

/** The sheet's columns and rows, to choose one to ask about. Rows go by the text in their first column. */
function shapeOf(
  asset: RadiusAsset,
  isSensitive: IsSensitive,
  withLabels: boolean,
): Pick<WhoAnswer, "columns" | "rows"> {
  const sheet: SourceSheet | undefined = asset.sources[0]?.sheet;
  if (!sheet) return { columns: [], rows: [] };
  const primary = sheet.columns.find((column) => column.primary) ?? sheet.columns[0];
  return {
    columns: columnsOfAsset(asset, isSensitive),
    rows: sheet.rows.slice(0, MOST_ROWS).map((row) => {
      const cell = primary && withLabels ? row.cells[primary.id] : undefined;
      const label = cell?.displayValue ?? (cell?.value === undefined ? "" : String(cell.value));
      return { id: row.id, number: row.rowNumber, label: label.slice(0, 60) };
    }),
  };
}

function columnsOfAsset({ sheetId, sources }: RadiusAsset, isSensitive: IsSensitive): WhoColumn[] {
  const columns = sources[0]?.sheet.columns ?? [];
  return columns.map(({ id, title }) => ({ id, title, isSensitive: isSensitive(sheetId, { id, title }) }));
}
