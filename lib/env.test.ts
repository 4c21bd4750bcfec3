import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import { EnvError, readEnv } from "./env";

const folder = mkdtempSync(join(tmpdir(), "sheetpass-env-"));
afterAll(() => rmSync(folder, { recursive: true }));

const KEY = Buffer.alloc(32, 7).toString("base64");
const real = {
  SMARTSHEET_CLIENT_ID: "client",
  SMARTSHEET_CLIENT_SECRET: "secret-of-client",
  NEXTAUTH_URL: "https://sheetpass.example.com",
  NEXTAUTH_SECRET: "a-secret-that-is-long-enough-to-be-one",
  MASTER_KEY: KEY,
  ADMIN_EMAILS: "Ada@Acme.test",
};
const demo = { DATABASE_URL: `file:${join(folder, "demo.db")}` };

describe("the settings", () => {
  it("reads real credentials, closed by default", () => {
    const env = readEnv(real);
    expect(env).toMatchObject({
      isDemo: false,
      isSharingOn: false,
      signInAllow: ["acme.test"],
      origins: ["https://sheetpass.example.com"],
    });
    expect(env.smartsheet.apiUrl).toBe("https://api.smartsheet.com/2.0");
  });

  it.each([
    ["NEXTAUTH_SECRET", undefined],
    ["NEXTAUTH_SECRET", "short"],
    ["MASTER_KEY", undefined],
    ["MASTER_KEY", Buffer.alloc(31).toString("base64")],
    ["MASTER_KEY", Buffer.alloc(33).toString("base64")],
    ["MASTER_KEY", "not base64 at all, but long enough to look like it"],
  ])("I19 refuses to start with %s = %s", (name, value) => {
    expect(() => readEnv({ ...real, [name]: value })).toThrow(new RegExp(name));
  });

  it("I19 refuses every example in the repository", () => {
    const example = parseEnv(readFileSync(".env.example", "utf8"));
    for (const name of ["NEXTAUTH_SECRET", "MASTER_KEY"]) {
      expect(example[name]).toBeTruthy();
      expect(() => readEnv({ ...real, [name]: example[name] })).toThrow(/example/);
    }
  });

  it("names all problems at once and holds no secret", () => {
    let message = "";
    try {
      readEnv({ ...real, NEXTAUTH_SECRET: "tiny-secret", ADMIN_EMAILS: "", TIME_ZONE: "Mars/Olympus" });
    } catch (cause) {
      expect(cause).toBeInstanceOf(EnvError);
      message = (cause as Error).message;
    }
    for (const part of ["NEXTAUTH_SECRET", "ADMIN_EMAILS", "TIME_ZONE"]) expect(message).toContain(part);
    expect(message).not.toContain("tiny-secret");
  });

  it("the demo makes its own secrets once, readable by their owner only", () => {
    const first = readEnv(demo);
    const second = readEnv(demo);
    expect(first).toMatchObject({
      isDemo: true,
      isSharingOn: true,
      signInAllow: "anyone",
      adminEmails: ["ada@acme.test"],
    });
    expect(second.masterKey.reveal()).toBe(first.masterKey.reveal());
    expect(statSync(join(folder, "demo-secrets.json")).mode & 0o777).toBe(0o600);
  });

  it("the demo listens on this machine only, and answers to both of its names", () => {
    expect(() => readEnv({ ...demo, HOST: "0.0.0.0" })).toThrow(/127\.0\.0\.1/);
    expect(readEnv({ ...demo, PORT: "4000" }).origins).toEqual([
      "http://localhost:4000",
      "http://127.0.0.1:4000",
    ]);
  });

  it("T15 plain http only on this machine", () => {
    expect(() => readEnv({ ...real, SMARTSHEET_API_URL: "http://api.example.com/2.0" })).toThrow(/https/);
    expect(() => readEnv({ ...real, NEXTAUTH_URL: "http://sheetpass.example.com" })).toThrow(/https/);
    expect(readEnv({ ...real, SMARTSHEET_API_URL: "http://127.0.0.1:3100/2.0" }).isDemo).toBe(false);
  });

  it("I17 refuses the variable the Smartsheet library falls back to", () => {
    expect(() => readEnv({ ...real, SMARTSHEET_ACCESS_TOKEN: "leaked" })).toThrow(/SMARTSHEET_ACCESS_TOKEN/);
  });
});
