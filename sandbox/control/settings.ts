import { badValue } from "../http/errors";
import type { Sandbox } from "../sandbox";
import { SWITCH_NAMES, SWITCHES } from "../switches";

/** Every switch with its text, its two settings (the first is the default) and where it stands now. */
export function switchList(sandbox: Sandbox) {
  return SWITCH_NAMES.map((name) => ({ name, ...SWITCHES[name], now: sandbox.switches.get(name) }));
}

/** `{name: setting, …}`; all or none. Errors: `RangeError` that names the settings there are. */
export function setSwitches(sandbox: Sandbox, body: Record<string, unknown>): unknown {
  const before = sandbox.switches.all();
  try {
    for (const [name, setting] of Object.entries(body)) sandbox.switches.set(name, String(setting));
  } catch (error) {
    for (const [name, setting] of Object.entries(before)) sandbox.switches.set(name, setting);
    throw error;
  }
  return {
    switches: sandbox.switches.all(),
    ...("ids" in body ? { note: "ids: as of the next reset" } : {}),
  };
}

export function readMeter({ meter }: Sandbox): unknown {
  return { limit: meter.limit, windowSeconds: 60, tokens: meter.read() };
}

/** `limit` 0 switches it off; what was used stays counted unless `clear` is true. */
export function setMeter(sandbox: Sandbox, { limit, clear }: Record<string, unknown>): unknown {
  if (limit !== undefined) sandbox.meter.limit = wholeNumber(limit, "limit", 0, 1_000_000);
  if (clear === true) sandbox.meter.clear();
  return readMeter(sandbox);
}

export function readClock({ clock, skewSeconds }: Sandbox): unknown {
  return { now: new Date(clock()).toISOString(), skewSeconds };
}

/** Moves the sandbox's clock away from the machine's; tokens run out by it, the meter starts anew. */
export function setClock(sandbox: Sandbox, { skewSeconds }: Record<string, unknown>): unknown {
  const year = 366 * 86_400;
  sandbox.skewSeconds = wholeNumber(skewSeconds, "skewSeconds", -50 * year, 50 * year);
  return readClock(sandbox);
}

/** The world that was started: its name, and how much of everything there is now. */
export function scenarioInfo({ scenarioName, store }: Sandbox) {
  const { plans, people, groups, workspaces, folders, sheets, reports, sights } = store;
  return {
    name: scenarioName,
    sizes: {
      plans: plans.length,
      people: people.length,
      groups: groups.length,
      workspaces: workspaces.length,
      folders: folders.length,
      sheets: sheets.length,
      rows: sheets.reduce((sum, sheet) => sum + sheet.rowCount, 0),
      cells: sheets.reduce((sum, sheet) => sum + sheet.rowCount * sheet.columns.length, 0),
      reports: reports.length,
      dashboards: sights.length,
    },
  };
}

export function wholeNumber(value: unknown, name: string, least: number, most: number): number {
  if (typeof value === "number" && Number.isInteger(value) && value >= least && value <= most) return value;
  throw badValue(String(value), name);
}
