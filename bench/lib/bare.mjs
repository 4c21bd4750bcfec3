import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { until } from "./numbers.mjs";
import { freePort, root, SERVER_CORE, spawnOn } from "./processes.mjs";

const FOLDER = join(root, "bench", ".bare");
const NEXT = join(root, "node_modules", "next");

/** As little as Next.js can be asked for: a handler that sends a ready text, and a page made anew for each request. */
const FILES = {
  // Without one of its own it would take the one of the folder above.
  "next.config.mjs": () => "export default {};\n",
  "package.json": () => '{ "private": true, "type": "module" }\n',
  "app/layout.jsx": () =>
    "export default function Layout({ children }) {\n  return <html lang='en'><body>{children}</body></html>;\n}\n",
  "app/bare/page.jsx": () =>
    'import { headers } from "next/headers";\nexport default async function Page() {\n  return <main>{(await headers()).get("host")}</main>;\n}\n',
  "app/body/route.js": () =>
    'import { readFileSync } from "node:fs";\nconst body = readFileSync(process.env.BARE_BODY, "utf8");\nexport const dynamic = "force-dynamic";\nexport function GET() {\n  return new Response(body, { headers: { "Content-Type": "application/json" } });\n}\n',
};

/** Builds it once for each version of Next.js, and starts it. `body`: a file whose text `/body` answers. */
export async function startBare(body) {
  const { version } = createRequire(join(root, "package.json"))("next/package.json");
  const stamp = join(FOLDER, `.built-${version}`);
  if (!existsSync(stamp)) build(stamp);
  const port = await freePort();
  const environment = {
    ...process.env,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    BARE_BODY: body,
  };
  const args = [join(NEXT, "dist", "bin", "next"), "start", "-p", String(port), "-H", "127.0.0.1"];
  const child = spawnOn(SERVER_CORE, process.execPath, args, {
    cwd: FOLDER,
    env: environment,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const url = `http://127.0.0.1:${port}`;
  const isThere = async () => (await fetch(`${url}/bare`).catch(() => null))?.ok === true;
  await until(isThere, { forMs: 60_000, what: "the bare app answers" });
  return { url, child };
}

function build(stamp) {
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(join(FOLDER, name, ".."), { recursive: true });
    writeFileSync(join(FOLDER, name), text());
  }
  const body = join(FOLDER, "body.txt");
  writeFileSync(body, "{}");
  // Turbopack would take the proxy and the instrumentation of the folders above for this app's own.
  const args = [join(NEXT, "dist", "bin", "next"), "build", "--webpack"];
  const environment = {
    ...process.env,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    BARE_BODY: body,
  };
  const { status } = spawnSync(process.execPath, args, { cwd: FOLDER, env: environment, stdio: "inherit" });
  if (status !== 0) throw new Error("The bare app does not build.");
  writeFileSync(stamp, "");
}
