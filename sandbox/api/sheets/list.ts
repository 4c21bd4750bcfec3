import { notAuthorized } from "../../http/errors";
import { list, moment, paginate } from "../../http/paging";
import { json } from "../../http/reply";
import { renderSource } from "../../render/sheet";
import { type Handler, permalink, shownLevel, when } from "../call";

export const listSheets: Handler = (call) => {
  const { store } = call.sandbox;
  const since = moment(call.query, "modifiedSince") ?? 0;
  const include = list(call.query, "include") ?? [];
  const sheets = store.sheets
    .flatMap((sheet) => {
      const level = store.accessLevel(call.person, sheet);
      return level && sheet.modifiedAt >= since ? [{ sheet, level }] : [];
    })
    .sort((a, b) => a.sheet.name.localeCompare(b.sheet.name, "en"));
  const page = paginate(sheets, call);
  const data = page.data.map(({ sheet, level }) => ({
    id: sheet.id,
    name: sheet.name,
    accessLevel: shownLevel(call, level),
    permalink: permalink(sheet),
    createdAt: when(call, sheet.createdAt),
    modifiedAt: when(call, sheet.modifiedAt),
    ...(include.includes("sheetVersion") ? { version: sheet.version } : {}),
    ...(include.includes("source") ? renderSource(sheet) : {}),
    ...(include.includes("ownerInfo") ? { owner: sheet.owner.email, ownerId: sheet.owner.id } : {}),
  }));
  return json({ ...page, data });
};

/** Every sheet of the plan, for System Admins; the owner fields are dummies nowadays. */
export const listPlanSheets: Handler = (call) => {
  if (!call.person.admin) throw notAuthorized();
  const since = moment(call.query, "modifiedSince") ?? 0;
  const sheets = call.sandbox.store.sheets.filter(
    (sheet) => sheet.owner.planKey === call.person.planKey && sheet.modifiedAt >= since,
  );
  const page = paginate(sheets, call);
  return json({ ...page, data: page.data.map(({ id, name }) => ({ id, name, owner: "", ownerId: 0 })) });
};
