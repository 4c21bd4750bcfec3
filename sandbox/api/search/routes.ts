import { route } from "../route";
import { search, searchSheet } from "./search";

export const searchRoutes = [
  route("GET", "/search", "READ_SHEETS", search, { sdk: "search.searchAll" }),
  route("GET", "/search/sheets/{sheetId}", "READ_SHEETS", searchSheet, { sdk: "search.searchSheet" }),
];
