import { fileURLToPath } from "node:url";
import { assemble, readScenarioFiles } from "../read";
import type { Scenario } from "../types";

/** The folder of the company the sandbox starts with: this one. */
export const ACME_FOLDER = fileURLToPath(new URL(".", import.meta.url));

/**
 * A made-up company: thirteen people in two plans, two groups, two workspaces and the sheets between them. Its files are
 * checked by the tests and not at every start, so that the first answer comes quickly.
 */
export const acme: Scenario = assemble(readScenarioFiles(ACME_FOLDER));
