import type { ZodType } from "zod";
import { reportsFile, sightsFile } from "./check/boards";
import { companyFile } from "./check/company";
import { key } from "./check/parts";
import { referenceProblems } from "./check/references";
import { sheetFile } from "./check/sheet";
import { problemsOf } from "./check/words";
import { type Problem, ScenarioError } from "./problems";
import { assemble, COMPANY, fileOfSheet, REPORTS, readScenarioFiles, SIGHTS } from "./read";
import type { Scenario } from "./types";

/**
 * The scenario in a folder, checked: the shape of every file first, then that every person, folder, sheet, row and column
 * it names is there. Throws a `ScenarioError` that names files and places. README.md beside this file has the fields.
 */
export function loadScenario(folder: string): Scenario {
  const files = readScenarioFiles(folder);
  const problems = [
    ...shapeProblems(COMPANY, companyFile, files.company),
    ...[...files.sheets].flatMap(([key, sheet]) => sheetProblems(key, sheet)),
    ...shapeProblems(REPORTS, reportsFile, files.reports),
    ...shapeProblems(SIGHTS, sightsFile, files.sights),
  ];
  if (problems.length > 0) throw new ScenarioError(folder, problems);
  const scenario = assemble(files);
  const dangling = referenceProblems(scenario);
  if (dangling.length > 0) throw new ScenarioError(folder, dangling);
  return scenario;
}

/** A sheet's key is the name of its file. */
function sheetProblems(name: string, content: unknown): Problem[] {
  const file = fileOfSheet(name);
  const named = key.safeParse(name);
  const says =
    "has a name that is no key. Name it in small letters, digits and hyphens, as in budget-2026.json.";
  return [...(named.success ? [] : [{ file, path: [], says }]), ...shapeProblems(file, sheetFile, content)];
}

function shapeProblems(file: string, shape: ZodType, content: unknown): Problem[] {
  const result = shape.safeParse(content, { reportInput: true });
  return result.success ? [] : problemsOf(file, result.error);
}
