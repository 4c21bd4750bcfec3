import { allowOnly, flagIn, missingAttribute, readObject, wordIn } from "../../http/attributes";
import { json } from "../../http/reply";
import { success } from "../../http/success";
import type { Report } from "../../store/types";
import type { Handler } from "../call";
import { open, openFor } from "../tree/open";

export const getReportPublish: Handler = (call) => json(published(open(call, "report").node));

/** Settings left out stay as they were. Errors: 400 with 1012, 1031 and 1032. */
export const setReportPublish: Handler = async (call) => {
  const report = openFor(call, "report", "ADMIN");
  const body = await readObject(call.request);
  allowOnly(body, [
    "readOnlyFullEnabled",
    "readOnlyFullAccessibleBy",
    "readOnlyFullDefaultView",
    "readOnlyFullShowToolbar",
    "readOnlyFullUrl",
  ]);
  const enabled = flagIn(body, "readOnlyFullEnabled");
  if (enabled === undefined) throw missingAttribute("readOnlyFullEnabled");
  const before = report.publish;
  report.publish = {
    enabled,
    accessibleBy: wordIn(body, "readOnlyFullAccessibleBy", ["ALL", "ORG", "SHARED"]) ?? before.accessibleBy,
    defaultView: wordIn(body, "readOnlyFullDefaultView", ["CALENDAR", "CARD", "GRID"]) ?? before.defaultView,
    showToolbar: flagIn(body, "readOnlyFullShowToolbar") ?? before.showToolbar,
  };
  return success({ result: published(report) });
};

/** Everything but the switch itself shows only while the report is published. */
function published({ key, publish }: Report) {
  if (!publish.enabled) return { readOnlyFullEnabled: false };
  return {
    readOnlyFullEnabled: true,
    readOnlyFullUrl: `https://app.smartsheet.example/b/publish?EQBCT=${key}`,
    readOnlyFullAccessibleBy: publish.accessibleBy,
    readOnlyFullDefaultView: publish.defaultView,
    readOnlyFullShowToolbar: publish.showToolbar,
  };
}
