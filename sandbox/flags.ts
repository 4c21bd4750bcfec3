import { parseArgs } from "node:util";
import type { SandboxOptions } from "./server";
import { flipped, isSwitch, SWITCHES, type SwitchName } from "./switches";

interface FlagNotes {
  /** What stands after it; absent: nothing does. */
  value?: string;
  isRepeatable?: boolean;
  about: string;
}

/** Every flag of `npm run sandbox --`; the help and `docs/sandbox.md` list them. */
export const FLAGS = {
  port: { value: "N", about: "listen here; 0 takes any free port (SANDBOX_PORT or 3100)" },
  rate: { value: "N", about: "calls a minute and token, 0 is without limit (300)" },
  redirect: {
    value: "URL",
    isRepeatable: true,
    about: "a redirect URL of your OAuth app (Sheetpass's own, on any port of this machine)",
  },
  scenario: { value: "FOLDER", about: "start with the people and sheets of this folder (acme)" },
  faults: { value: "FILE", about: "start with this plan of faults, {seed, faults: [...]} as JSON" },
  switch: {
    value: "NAME=SETTING",
    isRepeatable: true,
    about: "where nobody knows what Smartsheet does: choose (docs/sandbox.md, Switches)",
  },
  flipped: { about: "every switch at its second setting" },
  heartbeat: { value: "SECONDS", about: "let people of the scenario change something this often" },
  json: { about: "print one line of JSON once listening" },
  help: { about: "print this" },
} as const satisfies Record<string, FlagNotes>;

type FlagName = keyof typeof FLAGS;

export interface Flags {
  options: SandboxOptions;
  /** Print one JSON line instead of the friendly summary. */
  json: boolean;
  help: boolean;
  scenarioFolder: string | null;
  faultsFile: string | null;
}

/** A command line that cannot be meant; the message says why. */
export class UsageError extends Error {}

/** Errors: `UsageError`. */
export function readFlags(args: string[], env: NodeJS.ProcessEnv): Flags {
  const values = parse(args);
  const last = (name: FlagName) => values.get(name)?.at(-1);
  const redirects = values.get("redirect")?.map(redirectUrl);
  const rate = last("rate");
  const heartbeat = last("heartbeat");
  const switches = readSwitches(values.get("switch") ?? [], values.has("flipped"));
  const options: SandboxOptions = {
    port: wholeNumber("port", last("port") ?? env.SANDBOX_PORT ?? "3100", 0, 65_535),
    ...(redirects ? { redirects } : {}),
    ...(rate === undefined ? {} : { rate: wholeNumber("rate", rate, 0, 1_000_000) }),
    ...(switches ? { switches } : {}),
    ...(heartbeat === undefined ? {} : { heartbeat: wholeNumber("heartbeat", heartbeat, 1, 86_400) }),
    ...(env.SANDBOX_CLIENT_ID ? { clientId: env.SANDBOX_CLIENT_ID } : {}),
    ...(env.SANDBOX_CLIENT_SECRET ? { clientSecret: env.SANDBOX_CLIENT_SECRET } : {}),
  };
  return {
    options,
    json: values.has("json"),
    help: values.has("help"),
    scenarioFolder: last("scenario") ?? null,
    faultsFile: last("faults") ?? null,
  };
}

export function helpText(): string {
  const flags = Object.entries<FlagNotes>(FLAGS).map(([name, { value, about, isRepeatable }]) => {
    const flag = `--${name}${value ? ` ${value}` : ""}`;
    return `  ${flag.padEnd(24)}${about}${isRepeatable ? "; may be repeated" : ""}`;
  });
  return [
    "npm run sandbox -- [flags]: an imitation of the Smartsheet API on this machine, with made-up data.",
    "",
    ...flags,
    "",
    "Environment: SANDBOX_PORT, SANDBOX_CLIENT_ID, SANDBOX_CLIENT_SECRET. More: docs/sandbox.md.",
  ].join("\n");
}

/** Not strict: the errors of `parseArgs` speak of its own options. */
function parse(args: string[]): Map<FlagName, string[]> {
  const flags: Record<string, FlagNotes> = FLAGS;
  const options = Object.fromEntries(
    Object.entries(flags).map(([name, { value }]) => [
      name,
      { type: value ? ("string" as const) : ("boolean" as const) },
    ]),
  );
  const { tokens } = parseArgs({ args, options, strict: false, tokens: true });
  const found = new Map<FlagName, string[]>();
  for (const token of tokens) {
    if (token.kind === "positional") throw new UsageError(`"${token.value}" is no flag.`);
    if (token.kind !== "option") continue;
    const notes = Object.hasOwn(flags, token.name) ? flags[token.name] : undefined;
    if (!notes) throw new UsageError(`There is no flag ${token.rawName}.`);
    const isMissing = token.value === undefined || (!token.inlineValue && token.value.startsWith("--"));
    if (notes.value && isMissing) throw new UsageError(`--${token.name} needs a value: ${notes.value}.`);
    if (!notes.value && token.value !== undefined) throw new UsageError(`--${token.name} takes no value.`);
    const name = token.name as FlagName;
    found.set(name, [...(found.get(name) ?? []), token.value ?? ""]);
  }
  return found;
}

/** Single switches win over `--flipped`, whatever the order. */
function readSwitches(given: string[], all: boolean): Partial<Record<SwitchName, string>> | null {
  if (given.length === 0 && !all) return null;
  const switches: Partial<Record<SwitchName, string>> = all ? flipped() : {};
  for (const text of given) {
    const [name = "", ...rest] = text.split("=");
    const setting = rest.join("=");
    if (!isSwitch(name)) throw new UsageError(`There is no switch "${name}"; docs/sandbox.md lists them.`);
    const settings: readonly string[] = SWITCHES[name].settings;
    if (!settings.includes(setting))
      throw new UsageError(`--switch ${name} is one of ${settings.join(", ")}, not "${setting}".`);
    switches[name] = setting;
  }
  return switches;
}

function redirectUrl(text: string): string {
  if (/^https?:\/\//i.test(text) && URL.canParse(text)) return text;
  throw new UsageError(`--redirect must be an address with http: or https:, not "${text}".`);
}

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const number = Number(text);
  if (text.trim() === "" || !Number.isInteger(number) || number < least || number > most)
    throw new UsageError(`--${name} must be a whole number from ${least} to ${most}, not "${text}".`);
  return number;
}
