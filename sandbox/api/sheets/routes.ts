import { route } from "../route";
import {
  deleteAutomationRule,
  getAutomationRule,
  listAutomationRules,
  updateAutomationRule,
} from "./automation";
import { getCellHistory } from "./cells/history";
import { getColumn, listColumns } from "./columns/read";
import { addColumns, deleteColumn, updateColumn } from "./columns/write";
import { sendRows, sendSheet } from "./emails";
import { getSheet } from "./get-sheet";
import { listSheets } from "./list";
import { getPublish, setPublish } from "./publish";
import { addReference, getReference, listReferences } from "./references";
import { addRows } from "./rows/add";
import { deleteRows } from "./rows/delete";
import { getRow } from "./rows/get-row";
import { sortRows } from "./rows/sort";
import { copyRows, moveRows } from "./rows/transfer";
import { updateRows } from "./rows/update";
import { addSummaryFields } from "./summary/add";
import { deleteSummaryFields } from "./summary/delete";
import { getSummary, listSummaryFields } from "./summary/read";
import { updateSummaryFields } from "./summary/update";
import { getVersion } from "./version";
import { createSheet, createSheetInFolder, createSheetInWorkspace } from "./whole/create";
import { copySheet, moveSheet } from "./whole/move";
import { deleteSheet, updateSheet } from "./whole/update";

const READ = "READ_SHEETS";
const WRITE = "WRITE_SHEETS";
const ADMIN = "ADMIN_SHEETS";
const CREATE = "CREATE_SHEETS";
const SHARE = "SHARE_SHEETS";
const sheet = "/sheets/{sheetId}";
const rows = `${sheet}/rows`;
const columns = `${sheet}/columns`;
const summary = `${sheet}/summary`;
const references = `${sheet}/crosssheetreferences`;
const rules = `${sheet}/automationrules`;

export const sheetRoutes = [
  route("GET", "/sheets", READ, listSheets, { sdk: "sheets.listSheets" }),
  route("POST", "/sheets", CREATE, createSheet, { sdk: "sheets.createSheet" }),
  route("POST", "/folders/{folderId}/sheets", CREATE, createSheetInFolder, {
    sdk: "sheets.createSheetInFolder",
  }),
  route("POST", "/workspaces/{workspaceId}/sheets", CREATE, createSheetInWorkspace, {
    sdk: "sheets.createSheetInWorkspace",
  }),
  route("GET", sheet, READ, getSheet, { sdk: "sheets.getSheet" }),
  route("PUT", sheet, ADMIN, updateSheet, { sdk: "sheets.updateSheet" }),
  route("DELETE", sheet, "DELETE_SHEETS", deleteSheet, { sdk: "sheets.deleteSheet" }),
  route("POST", `${sheet}/copy`, CREATE, copySheet, { sdk: "sheets.copySheet" }),
  route("POST", `${sheet}/move`, CREATE, moveSheet, { sdk: "sheets.moveSheet" }),
  route("POST", `${sheet}/sort`, WRITE, sortRows, { sdk: "sheets.sortRowsInSheet" }),
  route("POST", `${sheet}/emails`, SHARE, sendSheet, { sdk: "sheets.sendSheetViaEmail" }),
  route("GET", `${sheet}/version`, READ, getVersion, { sdk: "sheets.getSheetVersion" }),
  route("GET", `${sheet}/publish`, READ, getPublish, { sdk: "sheets.getPublishStatus" }),
  route("PUT", `${sheet}/publish`, ADMIN, setPublish, { sdk: "sheets.setPublishStatus" }),

  route("GET", columns, READ, listColumns, { sdk: "sheets.getColumns" }),
  route("POST", columns, ADMIN, addColumns, { sdk: "sheets.addColumn" }),
  route("GET", `${columns}/{columnId}`, READ, getColumn, { sdk: "sheets.getColumn" }),
  route("PUT", `${columns}/{columnId}`, ADMIN, updateColumn, { sdk: "sheets.updateColumn" }),
  route("DELETE", `${columns}/{columnId}`, ADMIN, deleteColumn, { sdk: "sheets.deleteColumn" }),

  route("POST", `${rows}/copy`, WRITE, copyRows, { sdk: "sheets.copyRowToAnotherSheet" }),
  route("POST", `${rows}/move`, WRITE, moveRows, { sdk: "sheets.moveRowToAnotherSheet" }),
  route("POST", `${rows}/emails`, SHARE, sendRows, { sdk: "sheets.sendRows" }),
  route("GET", `${rows}/{rowId}`, READ, getRow, { sdk: "sheets.getRow" }),
  route("POST", rows, WRITE, addRows, { sdk: "sheets.addRows" }),
  route("PUT", rows, WRITE, updateRows, { sdk: "sheets.updateRow" }),
  route("DELETE", rows, WRITE, deleteRows, { sdk: "sheets.deleteRows" }),
  route("GET", `${rows}/{rowId}/columns/{columnId}/history`, READ, getCellHistory, {
    sdk: "sheets.getCellHistory",
    cost: 10,
  }),

  route("GET", summary, READ, getSummary, { sdk: "sheets.getSummary" }),
  route("GET", `${summary}/fields`, READ, listSummaryFields, { sdk: "sheets.getSummaryFields" }),
  route("POST", `${summary}/fields`, ADMIN, addSummaryFields, { sdk: "sheets.addSummaryFields" }),
  route("PUT", `${summary}/fields`, ADMIN, updateSummaryFields, { sdk: "sheets.updateSummaryFields" }),
  route("DELETE", `${summary}/fields`, ADMIN, deleteSummaryFields, { sdk: "sheets.deleteSummaryFields" }),

  route("GET", references, READ, listReferences, { sdk: "sheets.listCrossSheetReferences" }),
  route("POST", references, CREATE, addReference, { sdk: "sheets.createCrossSheetReference" }),
  route("GET", `${references}/{crossSheetReferenceId}`, READ, getReference, {
    sdk: "sheets.getCrossSheetReference",
  }),

  route("GET", rules, READ, listAutomationRules, { sdk: "sheets.listAutomationRules" }),
  route("GET", `${rules}/{automationRuleId}`, READ, getAutomationRule, { sdk: "sheets.getAutomationRule" }),
  route("PUT", `${rules}/{automationRuleId}`, WRITE, updateAutomationRule, {
    sdk: "sheets.updateAutomationRule",
  }),
  route("DELETE", `${rules}/{automationRuleId}`, WRITE, deleteAutomationRule, {
    sdk: "sheets.deleteAutomationRule",
  }),
];
