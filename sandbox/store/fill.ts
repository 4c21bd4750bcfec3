import { descriptor } from "../scenarios/format";
import type { AttachmentSeed, CellSeed, CriterionSeed } from "../scenarios/types";
import { seedId } from "./ids";
import { historyKey, type Sheet } from "./sheet";
import type { Attachment, Column, Criterion, Discussion, HistoryEntry, Person } from "./types";

type Find = (email: string) => Person;

/** Brings what a scenario says around a sheet's rows to life: comments, files, summary, filters, formats, history. */
export function fillSheet(sheet: Sheet, find: Find): void {
  const { seed } = sheet;
  const id = (kind: string, name: string | number) => sheet.world.ids.for(`${kind}/${sheet.key}/${name}`);
  sheet.attachments = (seed.attachments ?? []).map((file, index) => attachment(sheet, file, index, find));
  sheet.discussions = (seed.discussions ?? []).map((talk, index): Discussion => {
    const comments = talk.comments.map((comment, place) => {
      const commentId = id("comment", `${index}/${place}`);
      for (const [at, file] of (comment.attachments ?? []).entries())
        sheet.attachments.push({
          ...attachment(sheet, file, `${index}/${place}/${at}`, find),
          parent: { type: "COMMENT", commentId },
        });
      const at = Date.parse(comment.at);
      return {
        id: commentId,
        text: comment.text,
        createdAt: at,
        modifiedAt: at,
        createdBy: find(comment.by),
      };
    });
    return {
      id: id("discussion", index),
      parent: talk.row === undefined ? { type: "SHEET" } : { type: "ROW", rowId: sheet.seedRowId(talk.row) },
      comments,
      createdBy: comments[0]?.createdBy ?? sheet.owner,
    };
  });
  sheet.summary = (seed.summary ?? []).map(({ value, format, formula, locked, ...field }) => ({
    ...field,
    id: id("summary", field.title),
    cell:
      sheet.makeCell(
        {
          ...(value === undefined ? {} : { value }),
          ...(format ? { format } : {}),
          ...(formula ? { formula } : {}),
        },
        field,
      ) ?? {},
    locked: locked ?? false,
    createdAt: sheet.createdAt,
    modifiedAt: sheet.modifiedAt,
    createdBy: sheet.owner,
    modifiedBy: sheet.owner,
  }));
  sheet.filters = (seed.filters ?? []).map((filter) => ({
    id: id("filter", filter.name),
    name: filter.name,
    shared: filter.shared,
    owner: filter.owner ? find(filter.owner) : sheet.owner,
    operator: filter.operator,
    includeParent: filter.includeParent ?? false,
    criteria: filter.criteria.map((one) => criterion(sheet, one)),
    version: 1,
  }));
  sheet.conditionalFormats = (seed.conditionalFormats ?? []).map((rule) => ({
    when: criterion(sheet, rule.when),
    format: descriptor(rule.format),
    columnIds: rule.columns ? new Set(rule.columns.map((title) => mustFindColumn(sheet, title).id)) : null,
    seed: rule,
  }));
  sheet.crossSheetReferences = (seed.crossSheetReferences ?? []).map((reference) => {
    const start = sheet.world.place(reference.sheet, reference.startRow ?? 1, reference.startColumn);
    const end = sheet.world.place(reference.sheet, reference.endRow ?? 1, reference.endColumn);
    if (!start || !end) throw new Error(`${sheet.key}: unknown sheet in a reference: ${reference.sheet}`);
    return {
      id: id("reference", reference.name),
      name: reference.name,
      sourceSheetId: start.sheetId,
      startColumnId: start.columnId,
      endColumnId: end.columnId,
      ...(reference.startRow === undefined ? {} : { startRowId: start.rowId }),
      ...(reference.endRow === undefined ? {} : { endRowId: end.rowId }),
    };
  });
  sheet.publish = { ...sheet.publish, ...seed.publish };
  sheet.automationRules = (seed.automationRules ?? []).map(({ by, at, ...rule }) => ({
    ...rule,
    id: seedId(rule) ?? id("automation", rule.name),
    createdBy: find(by),
    createdAt: Date.parse(at),
    modifiedBy: find(by),
    modifiedAt: Date.parse(at),
  }));
  for (const { row, column, was } of seed.history ?? []) {
    const target = mustFindColumn(sheet, column);
    const entry = (value: CellSeed, by: Person, at: number): HistoryEntry => ({
      cell: sheet.makeCell(value, target) ?? {},
      at,
      by,
    });
    const present = Array.isArray(seed.rows)
      ? seed.rows[row - 1]?.cells[sheet.columns.indexOf(target)]
      : null;
    sheet.history.set(historyKey(sheet.seedRowId(row), target.id), [
      ...was.map((state) => entry(state.value, find(state.by), Date.parse(state.at))),
      entry(present ?? null, sheet.owner, sheet.modifiedAt),
    ]);
  }
}

function attachment(sheet: Sheet, file: AttachmentSeed, name: string | number, find: Find): Attachment {
  const content =
    file.url !== undefined
      ? {}
      : {
          content: Buffer.from(file.base64 ?? file.text ?? "", file.base64 === undefined ? "utf8" : "base64"),
        };
  return {
    id: sheet.world.ids.for(`attachment/${sheet.key}/${name}`),
    name: file.name,
    parent: file.row === undefined ? { type: "SHEET" } : { type: "ROW", rowId: sheet.seedRowId(file.row) },
    attachmentType: file.type ?? (file.url === undefined ? "FILE" : "LINK"),
    ...(file.mimeType ? { mimeType: file.mimeType } : {}),
    ...(file.description ? { description: file.description } : {}),
    ...(file.url === undefined ? {} : { url: file.url }),
    ...content,
    createdAt: Date.parse(file.at),
    createdBy: find(file.by),
    versions: [],
  };
}

export function criterion(sheet: Sheet, seed: CriterionSeed): Criterion {
  return {
    columnId: mustFindColumn(sheet, seed.column).id,
    operator: seed.operator,
    values: seed.values ?? [],
  };
}

function mustFindColumn(sheet: Sheet, title: string): Column {
  const column = sheet.columnTitled(title);
  if (!column) throw new Error(`${sheet.key} has no column called ${title}`);
  return column;
}
