import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parse } from "lossless-json";
import { type Problem, ScenarioError } from "./problems";
import type { ReportSeed, Scenario, SheetSeed, SightSeed } from "./types";

/** A scenario's folder as it lies on disk: parsed, not yet looked at. */
export interface ScenarioFiles {
  folder: string;
  company: unknown;
  /** By key, which is the file's name. */
  sheets: Map<string, unknown>;
  reports: unknown;
  sights: unknown;
}

export const COMPANY = "company.json";
export const REPORTS = "reports.json";
export const SIGHTS = "sights.json";
const KNOWN = [COMPANY, REPORTS, SIGHTS];

export function fileOfSheet(key: string): string {
  return `sheets/${key}.json`;
}

/** Throws a `ScenarioError` for a folder that is none, a file that is missing, misnamed or no JSON. */
export function readScenarioFiles(folder: string): ScenarioFiles {
  const problems: Problem[] = [];
  const fail = (file: string, says: string) => {
    problems.push({ file, path: [], says });
    return undefined;
  };
  const read = (file: string): unknown => {
    const text = readFileSync(join(folder, file), "utf8").replace(/^\ufeff/, "");
    try {
      return JSON.parse(text);
    } catch {
      return fail(file, `is no JSON: ${reason(text)}. Correct that place.`);
    }
  };
  const optional = (file: string) => (existsSync(join(folder, file)) ? read(file) : []);
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new ScenarioError(folder, [
      { file: folder, path: [], says: `is no folder. Name one that holds ${COMPANY}.` },
    ]);
  for (const name of jsonNames(folder))
    if (!KNOWN.includes(name))
      fail(name, `is no file of a scenario. Name it ${KNOWN.join(", ")} or move it away.`);
  const company = existsSync(join(folder, COMPANY))
    ? read(COMPANY)
    : fail(COMPANY, "is missing. Begin with a copy of sandbox/scenarios/acme.");
  const sheets = existsSync(join(folder, "sheets")) ? jsonNames(join(folder, "sheets")) : [];
  const files: ScenarioFiles = {
    folder,
    company,
    sheets: new Map(sheets.map((name) => [name.slice(0, -".json".length), read(`sheets/${name}`)])),
    reports: optional(REPORTS),
    sights: optional(SIGHTS),
  };
  if (problems.length > 0) throw new ScenarioError(folder, problems);
  return files;
}

/** Puts the files together, trusting them: what comes from outside goes through `loadScenario`. */
export function assemble({ company, sheets, reports, sights }: ScenarioFiles): Scenario {
  return {
    ...(company as Omit<Scenario, "sheets" | "reports" | "sights">),
    sheets: [...sheets].map(([key, sheet]) => ({ key, ...(sheet as Omit<SheetSeed, "key">) })),
    reports: reports as ReportSeed[],
    sights: sights as SightSeed[],
  };
}

function jsonNames(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort();
}

/** Where and why a text is no JSON. Read once more by the parser that tells the place. */
function reason(text: string): string {
  try {
    parse(text);
    return "it cannot be read";
  } catch (error) {
    const [words = "", place] = String(error instanceof Error ? error.message : error).split(" at position ");
    const line = text.slice(0, Number(place ?? text.length)).split("\n").length;
    return `line ${line}: ${words.replaceAll("\n", "\\n")}`;
  }
}
