import { type Body, flagIn, readObject, wordIn } from "../../http/attributes";
import { json } from "../../http/reply";
import { success } from "../../http/success";
import type { Sheet } from "../../store/sheet";
import type { Publish } from "../../store/types";
import { type Handler, openSheet, openSheetFor } from "../call";
import { writing } from "./writing";

/** What can be switched on, and where it then lies. */
const FORMS = [
  { key: "readOnlyLite", url: "readOnlyLiteUrl", path: "lite" },
  { key: "readOnlyFull", url: "readOnlyFullUrl", path: "full" },
  { key: "readWrite", url: "readWriteUrl", path: "edit" },
  { key: "ical", url: "icalUrl", path: "ical" },
] as const satisfies { key: keyof Publish; url: string; path: string }[];

const RICH = ["readOnlyFull", "readWrite"] as const;

export const getPublish: Handler = (call) => json(renderPublish(openSheet(call).sheet));

export const setPublish: Handler = (call) => {
  const sheet = openSheetFor(call, "ADMIN");
  return writing(call, sheet, async () => {
    const body = await readObject(call.request);
    const on = Object.fromEntries(
      FORMS.flatMap(({ key }) => {
        const flag = flagIn(body, `${key}Enabled`);
        return flag === undefined ? [] : [[key, flag]];
      }),
    );
    const views = { ...sheet.publish.views, ...readViews(body) };
    sheet.publish = { ...sheet.publish, ...on, views };
    return success({ result: renderPublish(sheet) });
  });
};

/** Who may open the rich forms, and how they start. Errors: 400/1031. */
function readViews(body: Body): Record<string, unknown> {
  const given = RICH.flatMap((form) => [
    [`${form}AccessibleBy`, wordIn(body, `${form}AccessibleBy`, ["ALL", "ORG", "SHARED"])],
    [`${form}DefaultView`, wordIn(body, `${form}DefaultView`, ["CALENDAR", "CARD", "GRID"])],
    [`${form}ShowToolbar`, flagIn(body, `${form}ShowToolbar`)],
  ]);
  return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}

function renderPublish(sheet: Sheet): Record<string, unknown> {
  const { publish } = sheet;
  const wire: Record<string, unknown> = {};
  for (const { key, url, path } of FORMS) {
    wire[`${key}Enabled`] = publish[key];
    if (publish[key]) wire[url] = `https://publish.smartsheet.example/${path}/${sheet.key}`;
  }
  if (publish.readOnlyLite) wire.readOnlyLiteSslUrl = wire.readOnlyLiteUrl;
  for (const form of RICH) {
    if (!publish[form]) continue;
    wire[`${form}AccessibleBy`] = publish.accessibleBy;
    wire[`${form}DefaultView`] = "GRID";
    wire[`${form}ShowToolbar`] = true;
  }
  return { ...wire, ...publish.views };
}
