import { readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { type FaultPlan, readPlan } from "./control/faults/plan";
import { type Flags, helpText, readFlags, UsageError } from "./flags";
import { realCredentials, refusal } from "./real-credentials";
import { type RunningSandbox, type SandboxOptions, startSandbox } from "./server";

/** `npm run sandbox -- [flags]`; `flags.ts` lists them. Ends with 2 for a bad command line, with 1 for anything else. */
async function main(): Promise<void> {
  const flags = readFlags(process.argv.slice(2), process.env);
  if (flags.help) return console.log(helpText());
  const real = realCredentials(process.env, flags.options);
  if (real.length > 0) throw new Error(refusal(real));
  const sandbox = await startSandbox(await readOptions(flags));
  const stop = () => void sandbox.close().then(() => process.exit(0));
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  // Last: whoever reads it may end the program at once.
  console.log(flags.json ? asJson(sandbox) : asText(sandbox));
}

async function readOptions({ options, faultsFile, scenarioFolder }: Flags): Promise<SandboxOptions> {
  return {
    ...options,
    ...(faultsFile === null ? {} : { faults: readFaultsFile(faultsFile) }),
    ...(scenarioFolder === null ? {} : await loadFolder(scenarioFolder)),
  };
}

function readFaultsFile(file: string): FaultPlan {
  try {
    return readPlan(JSON.parse(readFileSync(file, "utf8")));
  } catch (cause) {
    throw new Error(`${file} holds no plan of faults. ${explain(cause)}`);
  }
}

async function loadFolder(folder: string): Promise<SandboxOptions> {
  const { loadScenario } = await import("./scenarios/load");
  return { scenario: loadScenario(folder), scenarioName: basename(resolve(folder)) };
}

function asJson({ apiUrl, authorizeUrl, tokenUrl, clientId, clientSecret, people }: RunningSandbox): string {
  return JSON.stringify({ apiUrl, authorizeUrl, tokenUrl, clientId, clientSecret, people });
}

function asText(sandbox: RunningSandbox): string {
  const width = Math.max(...sandbox.people.map((person) => person.email.length));
  const people = sandbox.people.map(
    ({ email, token, name, admin }) =>
      `    ${email.padEnd(width)}  ${token.padEnd(44)}  ${name}${admin ? ", System Admin" : ""}`,
  );
  return [
    "Sandbox: an imitation of Smartsheet with made-up data. Ctrl+C stops it.",
    "",
    `  Page           ${sandbox.sandbox.origin}/`,
    `  API            ${sandbox.apiUrl}`,
    `  Authorize      ${sandbox.authorizeUrl}`,
    `  Token          ${sandbox.tokenUrl}`,
    `  Client id      ${sandbox.clientId}`,
    `  Client secret  ${sandbox.clientSecret}`,
    "",
    "  People and their tokens",
    ...people,
  ].join("\n");
}

function explain(error: unknown): string {
  const { code, port } = error as { code?: string; port?: number };
  if (code === "EADDRINUSE") return `Port ${port} is taken. Take another one: --port N (0 finds a free one).`;
  if (code === "EACCES" && port) return `Port ${port} is not open to you. Take another one: --port N.`;
  if (code === "ENOENT") return "There is no such file.";
  return error instanceof Error ? error.message : String(error);
}

main().catch((error: unknown) => {
  console.error(explain(error));
  if (error instanceof UsageError) console.error(`\n${helpText()}`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
});
