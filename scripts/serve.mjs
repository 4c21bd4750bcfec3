// The app's own HTTP server around Next: it knows the socket, so it can say where a request came from and drop the
// headers by which a caller could claim otherwise. Started by scripts/start.mjs and the tests.
import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import next from "next";

const port = Number(process.env.PORT ?? 3000);
const host = process.env.HOST ?? "127.0.0.1";
const dev = process.env.SHEETPASS_DEV === "1";
const trustedProxies = new Set(
  (process.env.TRUSTED_PROXIES ?? "")
    .split(",")
    .map((one) => one.trim())
    .filter(Boolean),
);

const FORGED =
  /^(x-forwarded-|x-real-ip$|forwarded$|x-sheetpass-|x-middleware-|x-nonce$|x-invoke-|x-matched-path$|x-now-|x-next-|next-resume$)/;
const PREFETCH = /^next-router-(prefetch|segment-prefetch)$/;
const DRAIN_MS = 30_000;

const app = next({ dev, hostname: host, port, dir: process.cwd() });
await app.prepare();
const handle = app.getRequestHandler();

const allowedHosts = hostsOf(process.env.NEXTAUTH_URL);

const server = createServer((request, response) => {
  const network = networkOf(request);
  for (const name of Object.keys(request.headers)) if (FORGED.test(name)) delete request.headers[name];
  // Asked for in advance, Next answers with a page's shape without running its guard. Who has no sign-in gets the guard.
  if (!request.headers.cookie?.includes("__Host-sheetpass.session="))
    for (const name of Object.keys(request.headers)) if (PREFETCH.test(name)) delete request.headers[name];
  saysHowPacked(response);
  request.headers["x-sheetpass-network"] = network;
  request.headers["x-sheetpass-request-id"] = randomUUID();
  if (allowedHosts && !allowedHosts.has(request.headers.host ?? "")) {
    response.writeHead(421, { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" });
    response.end("This address is not known here.\n");
    return;
  }
  const elsewhere = toOneHost(request);
  if (elsewhere) {
    response.writeHead(307, { Location: elsewhere, "Cache-Control": "no-store" });
    response.end();
    return;
  }
  handle(request, response).catch(() => {
    if (!response.headersSent) response.writeHead(500);
    response.end();
  });
});
// A body that drips or a header that never ends must not hold a connection.
server.headersTimeout = 15_000;
server.requestTimeout = 30_000;
server.keepAliveTimeout = 65_000;

server.on("error", (cause) => {
  const inUse = cause.code === "EADDRINUSE";
  process.stderr.write(inUse ? `Port ${port} is taken. Set PORT to another one.\n` : `${cause.message}\n`);
  process.exit(1);
});
server.listen(port, host, () => process.send?.("listening"));

for (const signal of ["SIGTERM", "SIGINT"])
  process.once(signal, () => {
    server.close(() => process.exit(0));
    server.closeIdleConnections();
    setTimeout(() => process.exit(0), DRAIN_MS).unref();
  });

/** Next drops what a route says of how its body is packed, so routes say it under a name of ours (lib/sheets/table-body). */
function saysHowPacked(response) {
  for (const method of ["setHeader", "appendHeader"]) {
    const own = response[method].bind(response);
    response[method] = (name, value) =>
      own(name.toLowerCase() === "x-sheetpass-packed" ? "Content-Encoding" : name, value);
  }
}

function networkOf(request) {
  const peer = request.socket.remoteAddress ?? "unknown";
  if (!trustedProxies.has(peer.replace(/^::ffff:/, ""))) return peer;
  // The last entry is the one our own proxy wrote; those before it are the caller's.
  const entries = String(request.headers["x-forwarded-for"] ?? "")
    .split(",")
    .map((one) => one.trim())
    .filter(Boolean);
  return entries.at(-1) ?? peer;
}

/**
 * On this machine both `localhost` and `127.0.0.1` work: pages go to the one of NEXTAUTH_URL, which the sign-in cookie
 * and the OAuth return address belong to. Programs may use either.
 */
function toOneHost(request) {
  const own = process.env.NEXTAUTH_URL;
  if (!own || request.method !== "GET" || request.headers.host === new URL(own).host) return null;
  if (/^\/(api\/(v1\/|health)|_next\/)/.test(request.url)) return null;
  return new URL(own).origin + (request.url.startsWith("/") ? request.url : "/");
}

/** The Host values we answer to; null while developing. On this machine both names of it count. */
function hostsOf(address) {
  if (!address || dev) return null;
  const url = new URL(address);
  const hosts = new Set([url.host]);
  if (url.hostname === "localhost" || url.hostname === "127.0.0.1")
    for (const name of ["localhost", "127.0.0.1"]) hosts.add(url.port ? `${name}:${url.port}` : name);
  return hosts;
}
