import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

/** Rules about the code itself that no type can hold. */
const FOLDERS = ["app", "components", "lib", "db"];
const files = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(
      (entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test(-helper)?\.tsx?$/.test(entry.name),
    )
    .map((entry) => join(entry.parentPath, entry.name)),
).filter((file) => !file.includes("/testing/"));
const text = new Map(files.map((file) => [file, readFileSync(file, "utf8")]));
const matching = (pattern: RegExp) => files.filter((file) => pattern.test(text.get(file) ?? ""));

describe("the code", () => {
  it("is looked at", () => expect(files.length).toBeGreaterThan(150));

  it("I07 opens a connection's token in one module", () => {
    expect(matching(/\.open\([^)]*connection/)).toEqual(["lib/connections/delegated-reader.ts"]);
  });

  it("I07 sends an assumed user from that module alone", () => {
    expect(matching(/lane: "admin"/).filter((file) => !file.startsWith("lib/smartsheet/"))).toEqual([
      "lib/connections/delegated-reader.ts",
    ]);
  });

  it("I18 reads secrets in server-only modules", () => {
    const readers = matching(/\.reveal\(\)|vault\.open|createDecipheriv/);
    expect(readers.length).toBeGreaterThan(5);
    for (const file of readers) {
      const isServer = /^(\/\/.*\n|\/\*[\s\S]*?\*\/\n)*import "server-only";/.test(text.get(file) ?? "");
      // The one in memory holds made-up tokens, for tests only.
      expect(isServer || file === "lib/smartsheet/memory-adapter.ts", file).toBe(true);
    }
  });

  it("I15 keeps nothing in the framework's caches", () => {
    expect(
      matching(
        /["']use cache|unstable_cache|cacheLife|cacheTag|force-cache|next: \{ revalidate|export const revalidate/,
      ),
    ).toEqual([]);
  });

  it("I16 has no current person at module level", () => {
    expect(matching(/^(let|var) \w*(viewer|user|session|principal|person)\w*/im)).toEqual([]);
  });

  it("reads the environment in one place", () => {
    const readers = matching(/process\.env/);
    // Before settings can be read: the log that would tell of a bad one, Next's own marks, and the page policy.
    expect(readers.sort()).toEqual(["lib/env.ts", "lib/log.ts"]);
  });

  it("T12 writes no raw HTML", () => {
    expect(matching(/dangerouslySetInnerHTML|\.innerHTML|insertAdjacentHTML|document\.write/)).toEqual([]);
  });

  it("prefetches no page: a read must be meant", () => {
    const links = files.filter((file) => /from "next\/link"/.test(text.get(file) ?? ""));
    expect(links.length).toBeGreaterThan(0);
    for (const file of links) {
      const uses = (text.get(file)?.match(/<Link\b/g) ?? []).length;
      const off = (text.get(file)?.match(/prefetch=\{false\}/g) ?? []).length;
      expect(off, file).toBeGreaterThanOrEqual(uses);
    }
    expect(matching(/router\.prefetch\(/)).toEqual([]);
  });

  it("guards every action and every route", () => {
    const actions = files.filter((file) => file.endsWith("/actions.ts"));
    for (const file of actions) {
      const source = text.get(file) ?? "";
      const exported = (source.match(/^export (const|async function|function)/gm) ?? []).length;
      expect((source.match(/= defineAction\(/g) ?? []).length, file).toBe(exported);
    }
    const open = [
      "app/api/health/route.ts",
      "app/api/csp-report/route.ts",
      "app/api/auth/[...nextauth]/route.ts",
      "app/api/v1/[...rest]/route.ts",
    ];
    for (const file of files.filter((one) => one.endsWith("/route.ts") && !open.includes(one)))
      expect(/define(Open)?Route\(/.test(text.get(file) ?? ""), file).toBe(true);
    for (const file of files.filter(
      (one) => /\/page\.tsx$/.test(one) && !one.startsWith("app/(auth)/") && !one.startsWith("app/s/"),
    ))
      expect(/await require(Viewer|Admin)\(/.test(text.get(file) ?? ""), file).toBe(true);
  });
});
