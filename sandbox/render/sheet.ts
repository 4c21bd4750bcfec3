import { type Call, permalink, shownLevel, when } from "../api/call";
import type { Sheet } from "../store/sheet";
import { atLeast } from "../store/store";
import { workspaceOf } from "../store/tree";
import type { CrossSheetReference, Filter } from "../store/types";
import { renderColumn } from "./column";
import { renderAttachment, renderDiscussion } from "./talk";
import type { View } from "./view";

type Wire = Record<string, unknown>;

/** A sheet without its rows. `shownRows` is the number of rows a filter left, where one took some away. */
export function renderSheetHead(sheet: Sheet, view: View, shownRows?: number): Wire {
  const { call, include, access } = view;
  const applied = appliedFilter(call, sheet);
  return {
    id: sheet.id,
    name: sheet.name,
    version: sheet.version,
    totalRowCount: sheet.rowCount,
    ...(shownRows === undefined ? {} : { filteredRowCount: shownRows }),
    accessLevel: shownLevel(call, access),
    ...(include.has("ownerInfo") ? { owner: sheet.owner.email, ownerId: sheet.owner.id } : {}),
    ...(include.has("source") ? renderSource(sheet) : {}),
    ...renderWorkspace(call, sheet),
    effectiveAttachmentOptions: ["FILE", "LINK"],
    ganttEnabled: sheet.dependencies,
    dependenciesEnabled: sheet.dependencies,
    resourceManagementEnabled: false,
    resourceManagementType: "NONE",
    cellImageUploadEnabled: true,
    isMultiPicklistEnabled: true,
    hasSummaryFields: sheet.summary.length > 0,
    ...(isFavorite(call, sheet) ? { favorite: true } : {}),
    ...(applied ? { showParentRowsForFilters: applied.includeParent } : {}),
    userSettings: { criticalPathEnabled: false, displaySummaryTasks: true, ...userSettings(call, sheet) },
    userPermissions: { summaryPermissions: summaryPermissions(view) },
    ...(sheet.projectSettings ? { projectSettings: sheet.projectSettings } : {}),
    permalink: permalink(sheet),
    createdAt: when(call, sheet.createdAt),
    modifiedAt: when(call, sheet.modifiedAt),
    ...renderParts(sheet, view),
    columns: view.columns.map((column) => renderColumn(sheet, column, view)),
  };
}

export function renderSource({ sourceId }: Sheet): Wire {
  return sourceId === undefined ? {} : { source: { id: sourceId, type: "sheet" } };
}

function renderWorkspace(call: Call, sheet: Sheet): Wire {
  const { store } = call.sandbox;
  const workspace = workspaceOf(sheet.container);
  const level = workspace && store.accessLevel(call.person, workspace);
  // Whoever has the sheet alone does not learn what lies around it.
  if (!workspace || !level) return {};
  const { id, name } = workspace;
  const accessLevel = shownLevel(call, level);
  return { workspace: { id, name, accessLevel, permalink: permalink(workspace) } };
}

function renderParts(sheet: Sheet, { call, include }: View): Wire {
  const parts: Wire = {};
  if (include.has("attachments"))
    parts.attachments = sheet.attachments
      .filter(({ parent }) => parent.type === "SHEET")
      .map((file) => renderAttachment(call, sheet, file));
  if (include.has("discussions"))
    parts.discussions = sheet.discussions
      .filter(({ parent }) => parent.type === "SHEET")
      // Without comments: those come with the calls below `/discussions`.
      .map((one) =>
        renderDiscussion(call, sheet, one, { comments: false, attachments: include.has("attachments") }),
      );
  if (include.has("crossSheetReferences"))
    parts.crossSheetReferences = sheet.crossSheetReferences.map((one) => renderReference(call, one));
  if (include.has("filterDefinitions")) parts.filters = filtersFor(call, sheet).map(renderFilter);
  // The description says "Gantt chart details" and no more, so there are none to send.
  if (include.has("ganttConfig") && sheet.dependencies) parts.ganttConfig = {};
  return parts;
}

export function renderReference({ sandbox, person }: Call, { ...reference }: CrossSheetReference) {
  const { store } = sandbox;
  const { sourceSheetId, startColumnId, endColumnId, startRowId, endRowId } = reference;
  const source = store.sheet(sourceSheetId);
  const isWhole =
    source &&
    [startColumnId, endColumnId].every((id) => id === undefined || source.column(id)) &&
    [startRowId, endRowId].every((id) => id === undefined || source.row(id));
  const isShared = source && store.accessLevel(person, source) !== null;
  return { ...reference, status: !isWhole ? "BROKEN" : isShared ? "OK" : "NOT-SHARED" };
}

/** Shared filters, and the person's own. */
export function filtersFor(call: Call, sheet: Sheet): Filter[] {
  return sheet.filters.filter(({ shared, owner }) => shared || owner === call.person);
}

/** The filter this person looks through, if it is still there. */
export function appliedFilter(call: Call, sheet: Sheet): Filter | undefined {
  const id = sheet.userSettings.get(call.person)?.appliedSheetFilterId;
  return id === undefined ? undefined : filtersFor(call, sheet).find((filter) => filter.id === id);
}

function renderFilter({ id, name, shared, operator, includeParent, criteria, version }: Filter) {
  const query = {
    operator,
    includeParent,
    criteria: criteria.map(({ values, ...criterion }) => ({
      ...criterion,
      ...(values.length > 0 ? { values } : {}),
    })),
  };
  return { id, name, filterType: shared ? "SHARED" : "PERSONAL", query, version };
}

function userSettings(call: Call, sheet: Sheet): Wire {
  return sheet.userSettings.get(call.person) ?? {};
}

function isFavorite({ sandbox, person }: Call, sheet: Sheet): boolean {
  return sandbox.store.favorites.get(person.email)?.has(`sheet/${sheet.id}`) ?? false;
}

function summaryPermissions({ access }: View): string {
  if (atLeast(access, "ADMIN")) return "ADMIN";
  return atLeast(access, "EDITOR") ? "READ_WRITE" : "READ_ONLY";
}
