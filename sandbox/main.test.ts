import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { helpText, readFlags, UsageError } from "./flags";
import { flipped } from "./switches";

const none = {} as NodeJS.ProcessEnv;

describe("flags", () => {
  it("win over the environment, which wins over the defaults", () => {
    expect(readFlags([], none).options).toEqual({ port: 3100 });
    const env = {
      SANDBOX_PORT: "4000",
      SANDBOX_CLIENT_ID: "a",
      SANDBOX_CLIENT_SECRET: "b",
    } as unknown as NodeJS.ProcessEnv;
    const urls = ["https://one.example/back", "http://localhost:8080/back"];
    const { options, json } = readFlags(
      ["--port", "0", "--json", "--rate", "0", "--redirect", urls[0] ?? "", `--redirect=${urls[1]}`],
      env,
    );
    expect(options).toEqual({ port: 0, rate: 0, redirects: urls, clientId: "a", clientSecret: "b" });
    expect(json).toBe(true);
    expect(readFlags([], env).options.port).toBe(4000);
  });

  it("throw switches, single ones over all of them", () => {
    const { options } = readFlags(["--switch", "unshared=404", "--flipped", "--switch", "ids=below"], none);
    expect(options.switches).toEqual({ ...flipped(), unshared: "404", ids: "below" });
    expect(readFlags(["--switch", "totals=unknown"], none).options.switches).toEqual({ totals: "unknown" });
  });

  it("name files, a folder and seconds", () => {
    const flags = readFlags(["--faults", "f.json", "--scenario=there", "--heartbeat", "5"], none);
    expect(flags).toMatchObject({ faultsFile: "f.json", scenarioFolder: "there", options: { heartbeat: 5 } });
  });

  it.each([
    [["--port=70000"], "--port must be a whole number from 0 to 65535"],
    [["--port=-1"], "--port must be"],
    [["--port=abc"], "--port must be"],
    [["--port="], "--port must be"],
    [["--port"], "--port needs a value: N."],
    [["--port", "--json"], "--port needs a value: N."],
    [["--json=yes"], "--json takes no value."],
    [["--colour", "red"], "There is no flag --colour."],
    [["-x"], "There is no flag -x."],
    [["--constructor"], "There is no flag --constructor."],
    [["start"], '"start" is no flag.'],
    [["--redirect", "x"], "--redirect must be an address"],
    [["--switch", "unshared"], '--switch unshared is one of 404, 403, not "".'],
    [["--switch", "colour=red"], 'There is no switch "colour"'],
    [["--heartbeat", "0"], "--heartbeat must be a whole number from 1"],
  ])("%j: %s", (args, message) => {
    expect(() => readFlags(args, none)).toThrow(UsageError);
    expect(() => readFlags(args, none)).toThrow(message);
  });
});

describe("the program", () => {
  const folder = mkdtempSync(join(tmpdir(), "sandbox-main-"));
  let child: ChildProcess | null = null;
  afterEach(() => void child?.kill());
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Ends by itself, or is ended once it printed a line that contains `until`. */
  function run(args: string[], { env = {}, until }: { env?: Record<string, string>; until?: string } = {}) {
    const started = spawn(process.execPath, ["--import", "tsx", "sandbox/main.ts", ...args], {
      env: { PATH: process.env.PATH, ...env } as unknown as NodeJS.ProcessEnv,
    });
    child = started;
    return new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
      let out = "";
      let err = "";
      started.stdout.on("data", (data) => {
        out += data;
        if (until !== undefined && out.includes(until)) started.kill("SIGTERM");
      });
      started.stderr.on("data", (data) => (err += data));
      started.once("close", (code) => resolve({ code, out, err }));
    });
  }

  it("prints exactly one line of JSON, and ends well", async () => {
    const { code, out, err } = await run(["--json", "--port", "0"], { until: "\n" });
    expect([code, err, out.trim().split("\n").length]).toEqual([0, "", 1]);
    const info = JSON.parse(out) as Record<string, unknown>;
    expect(Object.keys(info)).toEqual([
      ...["apiUrl", "authorizeUrl", "tokenUrl", "clientId", "clientSecret", "people"],
    ]);
    expect((info.people as unknown[])[0]).toEqual({
      email: "ada@acme.test",
      name: "Ada Admin",
      admin: true,
      token: expect.stringContaining("sandbox-admin-ada-"),
    });
  });

  it("tells people all they need", async () => {
    const { out } = await run(["--port", "0"], { until: "eve@outside.test" });
    for (const words of ["Page ", "/2.0/token", "/b/authorize", "sandbox-client-secret", "sandbox-user-vik-"])
      expect(out).toContain(words);
  });

  it("helps", async () => {
    const { code, out } = await run(["--help"]);
    expect([code, out.trim()]).toEqual([0, helpText()]);
  });

  it("refuses an unknown flag in a sentence, with the help, as 2", async () => {
    const { code, out, err } = await run(["--colour"]);
    expect([code, out, err.split("\n")[0]]).toEqual([2, "", "There is no flag --colour."]);
    expect(err).toContain("--scenario FOLDER");
  });

  it("refuses to start beside real credentials", async () => {
    const { code, out, err } = await run(["--port", "0"], { env: { SMARTSHEET_ACCESS_TOKEN: "a-real-one" } });
    expect([code, out]).toEqual([1, ""]);
    expect(err).toContain("SMARTSHEET_ACCESS_TOKEN holds real Smartsheet settings");
    expect(err).not.toContain("a-real-one");
    expect(err).not.toContain("    at ");
  });

  it("says that a port is taken", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => other.once("listening", resolve));
    const { port } = other.address() as { port: number };
    const { code, err } = await run(["--port", String(port)]);
    expect([code, err.trim()]).toEqual([
      1,
      `Port ${port} is taken. Take another one: --port N (0 finds a free one).`,
    ]);
    other.close();
  });

  it("starts with a plan of faults, and says what is wrong with one", async () => {
    const good = join(folder, "good.json");
    const bad = join(folder, "bad.json");
    writeFileSync(good, JSON.stringify({ seed: 1, faults: [{ kind: "4001" }] }));
    writeFileSync(bad, JSON.stringify({ seed: 1, faults: [{ kind: "teapot" }] }));
    expect((await run(["--json", "--port", "0", "--faults", good], { until: "\n" })).code).toBe(0);
    const { code, err } = await run(["--port", "0", "--faults", bad]);
    expect(code).toBe(1);
    expect(err).toContain(`${bad} holds no plan of faults. faults[0]: kind is one of`);
    const missing = await run(["--port", "0", "--faults", join(folder, "missing.json")]);
    expect(missing.err).toContain("There is no such file.");
  });
});
