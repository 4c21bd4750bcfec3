import { brotliCompressSync } from "node:zlib";
import { fromJson } from "../../http/json";
import { json, type Reply, withHeaders } from "../../http/reply";
import type { Random } from "../../scenarios/random";

/** The first half: no JSON any more. */
export function cutInHalf(reply: Reply): Reply {
  return { ...reply, body: reply.body.subarray(0, Math.floor(reply.body.length / 2)) };
}

export function packWithBrotli(reply: Reply): Reply {
  return withHeaders({ ...reply, body: brotliCompressSync(reply.body) }, { "content-encoding": "br" });
}

/** Same members, same lists, but every number is a text, every text a number and every truth a word. */
export function withWrongTypes(reply: Reply): Reply {
  const value = read(reply);
  return value === undefined ? reply : rewritten(reply, twist(value));
}

/** One row of a sheet's page stands there twice, the second time somewhere behind the first. */
export function withRowTwice(reply: Reply, random: Random): Reply {
  const sheet = read(reply) as { rows?: unknown[] } | undefined;
  const rows = sheet?.rows;
  if (!sheet || !Array.isArray(rows) || rows.length === 0) return reply;
  const from = random.int(0, rows.length - 1);
  const to = random.int(from + 1, rows.length);
  return rewritten(reply, { ...sheet, rows: [...rows.slice(0, to), rows[from], ...rows.slice(to)] });
}

function twist(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(twist);
  if (typeof value === "string") return value.length;
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (value === null) return value;
  return Object.fromEntries(Object.entries(value as object).map(([name, inner]) => [name, twist(inner)]));
}

/** Undefined where the body is no JSON. `JSON.parse` is many times faster, and exact below 17 digits. */
function read({ body, headers }: Reply): unknown {
  if (!headers["content-type"]?.startsWith("application/json") || body.length === 0) return undefined;
  const text = body.toString();
  return /\d{17}/.test(text) ? fromJson(text) : JSON.parse(text);
}

function rewritten(reply: Reply, value: unknown): Reply {
  return { ...reply, body: json(value).body };
}
