import { route } from "../route";
import { listSheets } from "./list";
import { addRows, deleteRows, updateRows } from "./rows";
import { getColumn, getRow, getSheet, getVersion, listColumns } from "./sheet";

export const sheetRoutes = [
  route("GET", "/sheets", "READ_SHEETS", listSheets, { sdk: "sheets.listSheets" }),
  route("GET", "/sheets/{sheetId}", "READ_SHEETS", getSheet, { sdk: "sheets.getSheet" }),
  route("GET", "/sheets/{sheetId}/version", "READ_SHEETS", getVersion, { sdk: "sheets.getSheetVersion" }),
  route("GET", "/sheets/{sheetId}/columns", "READ_SHEETS", listColumns, { sdk: "sheets.getColumns" }),
  route("GET", "/sheets/{sheetId}/columns/{columnId}", "READ_SHEETS", getColumn, { sdk: "sheets.getColumn" }),
  route("GET", "/sheets/{sheetId}/rows/{rowId}", "READ_SHEETS", getRow, { sdk: "sheets.getRow" }),
  route("POST", "/sheets/{sheetId}/rows", "WRITE_SHEETS", addRows, { sdk: "sheets.addRows" }),
  route("PUT", "/sheets/{sheetId}/rows", "WRITE_SHEETS", updateRows, { sdk: "sheets.updateRow" }),
  route("DELETE", "/sheets/{sheetId}/rows", "WRITE_SHEETS", deleteRows, { sdk: "sheets.deleteRows" }),
];
