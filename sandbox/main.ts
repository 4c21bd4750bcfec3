import { readFlags } from "./flags";
import { type RunningSandbox, startSandbox } from "./server";

/*
 * tsx sandbox/main.ts [--port N] [--json] [--redirect URL]... [--rate N]
 *   --port      SANDBOX_PORT or 3100; 0 takes any free port
 *   --json      one line of JSON once listening
 *   --redirect  registered redirect URL, repeatable
 *   --rate      calls a minute and token, 0 is off (300)
 * Environment: SANDBOX_PORT, SANDBOX_CLIENT_ID, SANDBOX_CLIENT_SECRET.
 */
async function main(): Promise<void> {
  const flags = readFlags(process.argv.slice(2), process.env);
  const sandbox = await startSandbox(flags.options);
  console.log(flags.json ? asJson(sandbox) : asText(sandbox));
  const stop = () => void sandbox.close().then(() => process.exit(0));
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}

function asJson({ apiUrl, authorizeUrl, tokenUrl, clientId, clientSecret, people }: RunningSandbox): string {
  return JSON.stringify({ apiUrl, authorizeUrl, tokenUrl, clientId, clientSecret, people });
}

function asText(sandbox: RunningSandbox): string {
  const width = Math.max(...sandbox.people.map((person) => person.email.length));
  const people = sandbox.people.map(
    ({ email, name, admin }) => `    ${email.padEnd(width)}  ${name}${admin ? " (System Admin)" : ""}`,
  );
  return [
    "Sandbox: an imitation of Smartsheet, made-up data",
    `  API        ${sandbox.apiUrl}`,
    `  Authorize  ${sandbox.authorizeUrl}`,
    `  Client     ${sandbox.clientId}`,
    "  People",
    ...people,
    `  For tests  http://127.0.0.1:${sandbox.port}/__sandbox/info`,
  ].join("\n");
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
