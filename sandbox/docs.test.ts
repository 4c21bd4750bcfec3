import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { FAULT_KINDS, FAULT_NAMES } from "./control/faults/kinds";
import { FLAGS } from "./flags";
import { SWITCH_NAMES, SWITCHES } from "./switches";

const FILE = new URL("../docs/sandbox.md", import.meta.url);

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

const tables = {
  flags: table(
    ["flag", "what it does"],
    Object.entries(FLAGS).map(([name, flag]) => [
      `\`--${name}${"value" in flag ? ` ${flag.value}` : ""}\``,
      `${flag.about}${"isRepeatable" in flag ? "; may be repeated" : ""}`,
    ]),
  ),
  faults: table(
    ["kind", "the call …"],
    FAULT_NAMES.map((kind) => [`\`${kind}\``, FAULT_KINDS[kind].about]),
  ),
  switches: table(
    ["switch", "settings", "what nobody could verify"],
    SWITCH_NAMES.map((name) => [
      `\`${name}\``,
      SWITCHES[name].settings.map((setting) => `\`${setting}\``).join(" "),
      SWITCHES[name].about,
    ]),
  ),
};

/** With `UPDATE_DOCS=1` in the environment, the tables are written anew. */
describe("docs/sandbox.md", () => {
  it.each(Object.entries(tables))("lists all %s as they are", (name, wanted) => {
    const text = readFileSync(FILE, "utf8");
    const place = new RegExp(`(<!-- ${name} -->\n).*?(<!-- /${name} -->)`, "s");
    if (process.env.UPDATE_DOCS)
      writeFileSync(
        FILE,
        text.replace(place, (_, before, after) => `${before}${wanted}\n${after}`),
      );
    expect(place.exec(readFileSync(FILE, "utf8"))?.[0]).toBe(
      `<!-- ${name} -->\n${wanted}\n<!-- /${name} -->`,
    );
  });

  it("names every control call", () => {
    const text = readFileSync(FILE, "utf8");
    const comment = readFileSync(new URL("./control/routes.ts", import.meta.url), "utf8");
    const calls = [...comment.matchAll(/^ \* {3}(GET|POST|DELETE) +(\/\S+)/gm)].map(
      ([, method, path]) => `${method} ${path}`,
    );
    expect(calls.length).toBeGreaterThan(20);
    for (const call of calls) expect(text).toContain(`\`${call}\``);
  });

  it("points at files that are there", () => {
    const text = readFileSync(FILE, "utf8");
    for (const [, path = ""] of text.matchAll(/\]\((\.\.\/[^)#]+)/g))
      expect([path, existsSync(new URL(path, FILE))]).toEqual([path, true]);
  });
});
