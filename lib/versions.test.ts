import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

/** Oldest versions without known holes that matter here (SECURITY-GOALS §2). */
const FLOORS: Record<string, string> = {
  next: "16.4.6",
  react: "19.3.1",
  "react-dom": "19.3.1",
  "next-auth": "4.24.15",
  "drizzle-orm": "0.45.4",
  "better-sqlite3": "12.11.1",
};

const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
  packages: Record<
    string,
    {
      version?: string;
      license?: string;
      resolved?: string;
      dev?: boolean;
      integrity?: string;
      link?: boolean;
      inBundle?: boolean;
    }
  >;
};

const isAtLeast = (have: string, floor: string) =>
  have.localeCompare(floor, "en", { numeric: true, sensitivity: "base" }) >= 0;

describe("the lockfile", () => {
  it.each(Object.entries(FLOORS))("§2 holds %s at %s or newer, in every copy", (name, floor) => {
    const copies = Object.entries(lock.packages).filter(([path]) => path.endsWith(`node_modules/${name}`));
    expect(copies.length).toBeGreaterThan(0);
    for (const [path, { version }] of copies)
      expect(isAtLeast(version ?? "0", floor), `${path} ${version}`).toBe(true);
  });

  it("names no download address", () => {
    const named = Object.entries(lock.packages).filter(([, { resolved }]) => resolved?.startsWith("http"));
    expect(named).toEqual([]);
  });

  it("checks the content of every package", () => {
    // What a package brings along inside is covered by that package's own checksum.
    const unchecked = Object.entries(lock.packages).filter(
      ([path, { integrity, link, inBundle }]) => path !== "" && !integrity && !link && !inBundle,
    );
    expect(unchecked.map(([path]) => path)).toEqual([]);
  });

  it("holds only licences that go with Apache-2.0 in what is shipped", () => {
    const fine =
      /^\(?(MIT|MIT-0|ISC|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|0BSD|CC0-1\.0|CC-BY-4\.0|BlueOak-1\.0\.0|OFL-1\.1|MPL-2\.0|Unlicense|Python-2\.0|LGPL-3\.0-or-later|Apache-2\.0 AND LGPL-3\.0-or-later|Zlib)( (OR|AND) .*)?\)?$/;
    const odd = Object.entries(lock.packages)
      .filter(([path, { dev }]) => path !== "" && !dev)
      .filter(([, { license }]) => license !== undefined && !fine.test(license))
      .map(([path, { license }]) => `${path}: ${license}`);
    expect(odd).toEqual([]);
  });
});
