import { describe } from "vitest";
import { flipped, SWITCH_NAMES, SWITCHES } from "@/sandbox/switches";
import { smartsheetContract } from "./testing/contract";
import { memoryWorld, sandboxWorld } from "./testing/contract-worlds";

describe("Smartsheet in memory", () => smartsheetContract(memoryWorld));

describe("Smartsheet over HTTP, from the sandbox", () => smartsheetContract(sandboxWorld));

/** What nobody could verify of Smartsheet, one fact after the other turned the other way. */
describe.each(SWITCH_NAMES.map((name) => [name, SWITCHES[name].settings[1]] as const))(
  "Smartsheet over HTTP with %s = %s",
  (name, setting) => smartsheetContract(() => sandboxWorld({ [name]: setting }), { [name]: true }, false),
);

describe("Smartsheet over HTTP with all of it turned", () =>
  smartsheetContract(() => sandboxWorld(flipped()), { assumeWithOAuth: true }, false));
