import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HELP, sheetpass, type Terminal } from "./sheetpass";

const RULES = `version: 1
rules:
  - effect: permit
    principal: { type: user, email: vik@acme.test }
    resource: { type: sheet, id: "1" }
    delegation: { assume: olga@acme.test }
    columns: { mode: only, ids: ["2"] }
    endsAt: 2026-12-31T23:59:59Z
    reason: Review
tests:
  - name: Vik sees Ann
    given:
      sheet: { id: "1", columns: [{ id: "2", title: Person }], rows: [{ Person: Ann }] }
      people: [{ email: vik@acme.test }]
    as: vik@acme.test
    at: 2026-12-01T10:00:00Z
    expect: { columns: [Person], rows: [{ Person: Ann }] }
`;

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "sheetpass-rules-"));
  writeFileSync(join(folder, "good.yaml"), RULES);
  writeFileSync(join(folder, "failing.yaml"), RULES.replace(/Ann \}\] \}\n$/, "Bob }] }\n"));
  writeFileSync(join(folder, "bad.yaml"), RULES.replace("mode: only", "mode: onyl"));
  writeFileSync(join(folder, "hostile.yaml"), RULES.replace("Vik sees Ann", '"\\u202Eclear"'));
  writeFileSync(join(folder, "untested.yaml"), RULES.slice(0, RULES.indexOf("tests:")));
  writeFileSync(join(folder, "latin.yaml"), Buffer.from([0x61, 0xe9]));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...args: string[]) {
  const out: string[] = [];
  const error: string[] = [];
  const terminal: Terminal = {
    out: (line) => out.push(line),
    error: (line) => error.push(line),
    ask: null,
    folder,
    now: new Date("2026-11-24T09:00:00Z"),
    timeZone: "UTC",
    longestDays: 366,
  };
  return { code: await sheetpass(args, terminal), out: out.join("\n"), error: error.join("\n") };
}

describe("npx sheetpass", () => {
  it("runs from any folder, on a file there, and passes the exit code on", () => {
    const command = (...args: string[]) => {
      const program = join(process.cwd(), "bin", "sheetpass.mjs");
      const done = spawnSync(process.execPath, [program, "rules", ...args], {
        cwd: folder,
        encoding: "utf8",
      });
      return { code: done.status, text: `${done.stdout}${done.stderr}` };
    };
    expect(command("test", "good.yaml")).toEqual({ code: 0, text: "pass  Vik sees Ann\n1 test passed.\n" });
    expect(command("validate", "bad.yaml")).toEqual({
      code: 1,
      text: "bad.yaml:7:22: rules[0].columns.mode: Choose one of: all, only, except.\n1 mistake. Nothing was changed.\n",
    });
  }, 60_000);

  it("finds no mistake in a good file, and passes its tests", async () => {
    expect(await run("rules", "validate", "good.yaml")).toEqual({
      code: 0,
      out: "1 rule and 1 test, no mistakes.",
      error: "",
    });
    expect(await run("rules", "test", "good.yaml")).toMatchObject({ code: 0 });
  });

  it("names the line of what only a check across fields finds", async () => {
    writeFileSync(join(folder, "over.yaml"), RULES.replace("2026-12-31T23", "2026-01-31T23"));
    const { code, error } = await run("rules", "validate", "over.yaml");
    expect(code).toBe(1);
    expect(error).toMatch(/^over\.yaml:8:13: rules\[0\]\.endsAt: The end is in the past/);
  });

  it("fails tests that fail, and files without any", async () => {
    const failing = await run("rules", "test", "failing.yaml");
    expect(failing.code).toBe(1);
    expect(failing.out).toMatch(/FAIL {2}Vik sees Ann \(failing\.yaml:11\)\n.*shows "Ann", expected "Bob"/);
    expect(await run("rules", "test", "untested.yaml")).toMatchObject({ code: 1 });
  });

  it("writes nothing to the terminal that moves the cursor or turns the line", async () => {
    const { out } = await run("rules", "test", "hostile.yaml");
    expect(out).toContain("pass  \\u{202e}clear");
    const { error } = await run("rules", "\u001b[2J", "good.yaml");
    expect(error).toContain("\\u{1b}[2J");
  });

  it("refuses what it does not know with the next step", async () => {
    for (const [args, wanted] of [
      [["rules", "validate"], /Name the file/],
      [["rules", "validate", "none.yaml"], /no such file/],
      [["rules", "validate", "."], /folder/],
      [["rules", "validate", "latin.yaml"], /UTF-8/],
      [["rules", "frobnicate", "good.yaml"], /There is no command frobnicate/],
      [["rules", "validate", "good.yaml", "--frob"], /--frob/],
      [["rules", "validate", "good.yaml", "--format", "toml"], /yaml or json/],
      [["rules", "validate", "good.yaml", "--format", "json"], /A value belongs here/],
      [["links"], /Say what to do/],
    ] as const) {
      const { code, error } = await run(...args);
      expect(code, args.join(" ")).toBe(1);
      expect(error).toMatch(wanted);
    }
    expect(await run("--help")).toEqual({ code: 0, out: HELP, error: "" });
  });
});
