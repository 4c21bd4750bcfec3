import { readObject, textIn } from "../../../http/attributes";
import { list } from "../../../http/paging";
import { success } from "../../../http/success";
import { type Handler, openSheet, openSheetFor, permalink, shownLevel } from "../../call";
import { readDestination } from "../../tree/destination";
import { writing } from "../writing";
import { copySheetTo } from "./copies";
import { sheetHead } from "./create";

/** A copy of a sheet the person can open, in a place they may put things. */
export const copySheet: Handler = async (call) => {
  const { sheet } = openSheet(call);
  const body = await readObject(call.request);
  const container = readDestination(call, body);
  const name = textIn(body, "newName", 50)?.trim() || sheet.name;
  const include = new Set(list(call.query, "include") ?? []);
  const exclude = new Set(list(call.query, "exclude") ?? []);
  return success({ result: sheetHead(copySheetTo(call, sheet, { name, container, include, exclude })) });
};

/** Shares of the sheet itself stay; those of the workspace around it change with the place. */
export const moveSheet: Handler = (call) => {
  const sheet = openSheetFor(call, "ADMIN");
  return writing(call, sheet, async () => {
    sheet.container = readDestination(call, await readObject(call.request));
    const level = call.sandbox.store.accessLevel(call.person, sheet) ?? "VIEWER";
    const { id, name } = sheet;
    return success({
      result: { id, name, accessLevel: shownLevel(call, level), permalink: permalink(sheet) },
    });
  });
};
