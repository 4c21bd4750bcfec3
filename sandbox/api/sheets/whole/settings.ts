import { badAttribute, flagIn, idIn } from "../../../http/attributes";
import { isRecord } from "../../../http/body";
import { ApiError, unparsable } from "../../../http/errors";
import type { Sheet } from "../../../store/sheet";
import type { Call } from "../../call";
import { parseDay } from "../cells/lenient";
import { namedFilter } from "../filters";

const WEEKDAYS = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"];

/** What a person sees in a sheet; null ends a filter. Errors: 400/1182 for a filter they do not have. */
export function readUserSettings(call: Call, sheet: Sheet, wire: unknown): Record<string, unknown> {
  if (!isRecord(wire)) throw unparsable("userSettings must be an object");
  const settings: Record<string, unknown> = {};
  for (const name of ["criticalPathEnabled", "displaySummaryTasks"]) {
    const flag = flagIn(wire, name);
    if (flag !== undefined) settings[name] = flag;
  }
  if (!("appliedSheetFilterId" in wire)) return settings;
  const filterId = idIn(wire, "appliedSheetFilterId");
  const filter = filterId === undefined ? undefined : namedFilter(call, sheet, String(filterId));
  return { ...settings, appliedSheetFilterId: filter?.id };
}

/** Errors: 400/1143 for a sheet without dependencies, 1031 for days and hours that are none. */
export function readProjectSettings(sheet: Sheet, wire: unknown): Record<string, unknown> {
  if (!isRecord(wire)) throw unparsable("projectSettings must be an object");
  if (!sheet.dependencies)
    throw new ApiError(400, 1143, "To set projectSettings, you must first enable dependencies on the sheet.");
  const { workingDays, nonWorkingDays, lengthOfDay } = wire;
  const settings = { ...sheet.projectSettings };
  if (workingDays !== undefined) settings.workingDays = texts(workingDays, "workingDays", isWeekday);
  if (nonWorkingDays !== undefined) settings.nonWorkingDays = texts(nonWorkingDays, "nonWorkingDays", isDay);
  if (lengthOfDay !== undefined) {
    if (typeof lengthOfDay !== "number" || lengthOfDay < 1 || lengthOfDay > 24)
      throw badAttribute(lengthOfDay, "lengthOfDay");
    settings.lengthOfDay = lengthOfDay;
  }
  return settings;
}

function texts(list: unknown, name: string, fits: (text: string) => boolean): string[] {
  if (!Array.isArray(list)) throw badAttribute(list, name);
  for (const text of list) if (typeof text !== "string" || !fits(text)) throw badAttribute(text, name);
  return list;
}

const isWeekday = (text: string) => WEEKDAYS.includes(text);
const isDay = (text: string) => parseDay(text) === text;
