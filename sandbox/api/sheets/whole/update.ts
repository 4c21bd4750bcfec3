import { type Body, needText, readObject } from "../../../http/attributes";
import { notAuthorized } from "../../../http/errors";
import { success } from "../../../http/success";
import { atLeast } from "../../../store/store";
import { commit, type Handler, openSheet, openSheetFor, permalink, shownLevel } from "../../call";
import { removeSheet } from "../../tree/remove";
import { writing } from "../writing";
import { readProjectSettings, readUserSettings } from "./settings";

/**
 * Name, project settings and the caller's own settings of a sheet. Whoever can open it may change the last; the name is
 * for sheet admins, project settings for editors.
 */
export const updateSheet: Handler = (call) => {
  const { sheet, level } = openSheet(call);
  return writing(call, sheet, async () => {
    const body = await readObject(call.request);
    if (has(body, "name") && !atLeast(level, "ADMIN")) throw notAuthorized();
    if (has(body, "projectSettings") && !atLeast(level, "EDITOR")) throw notAuthorized();
    const name = has(body, "name") ? needText(body, "name", 50) : sheet.name;
    const projectSettings = has(body, "projectSettings")
      ? readProjectSettings(sheet, body.projectSettings)
      : sheet.projectSettings;
    const mine = sheet.userSettings.get(call.person) ?? {};
    const userSettings = has(body, "userSettings")
      ? { ...mine, ...readUserSettings(call, sheet, body.userSettings) }
      : mine;
    const isVisible = name !== sheet.name || projectSettings !== sheet.projectSettings;
    Object.assign(sheet, { name, projectSettings });
    sheet.userSettings.set(call.person, userSettings);
    if (isVisible) commit(call, sheet, [{ objectType: "sheet", eventType: "updated", id: sheet.id }]);
    return success({
      result: {
        id: sheet.id,
        name,
        accessLevel: shownLevel(call, level),
        userSettings: { criticalPathEnabled: false, displaySummaryTasks: true, ...userSettings },
        ...(projectSettings ? { projectSettings } : {}),
        permalink: permalink(sheet),
      },
      version: sheet.version,
    });
  });
};

function has(body: Body, name: string): boolean {
  return (body[name] ?? undefined) !== undefined;
}

/** Only its owner deletes a sheet; whoever owns the workspace around it counts as one. */
export const deleteSheet: Handler = (call) => {
  const sheet = openSheetFor(call, "OWNER");
  return writing(call, sheet, () => {
    removeSheet(call, sheet);
    return success();
  });
};
