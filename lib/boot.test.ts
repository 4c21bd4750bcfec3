import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findQuota } from "@/db/queries/quota";
import { openTestDatabase } from "@/scripts/testing/database";
import { checkKey } from "./boot";
import { Secret } from "./secret";
import { masterKeyOf } from "./vault/keys";
import { createVault } from "./vault/vault";

const newKey = () => masterKeyOf(new Secret(randomBytes(32).toString("base64")));

describe("the start", () => {
  let test: Awaited<ReturnType<typeof openTestDatabase>>;
  beforeEach(async () => {
    test = await openTestDatabase();
  });
  afterEach(() => test.close());

  it("T18 refuses a key that this database was not made with", async () => {
    const key = newKey();
    await checkKey(createVault(key));
    await checkKey(createVault(key));
    await expect(checkKey(createVault(newKey()))).rejects.toThrow(/MASTER_KEY does not fit/);
    await checkKey(createVault(newKey(), [key]));
  });

  it("F25 an ended process has written its upstream quota to the call", async () => {
    const program = `
      import { boot } from "@/lib/boot";
      import { services } from "@/lib/services";
      await boot();
      const gate = services().broker.gateOf("C-1", { person: "1003", kind: "read" });
      for (let call = 0; call < 20; call++) {
        const entered = await gate.enter({ weight: 1, isRetry: false });
        if (entered.ok) entered.value.settle({ kind: "answered" });
      }
      process.once("SIGTERM", () => process.exit(0));
      process.kill(process.pid, "SIGTERM");
      setInterval(() => {}, 1000);
    `;
    const file = `${test.file}.program.mts`;
    writeFileSync(file, program.replaceAll("@/", `${process.cwd()}/`));
    const secret = () => randomBytes(32).toString("base64");
    const child = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", file], {
      stdio: ["ignore", "ignore", "inherit"],
      env: {
        ...process.env,
        SMARTSHEET_CLIENT_ID: "client",
        SMARTSHEET_CLIENT_SECRET: "client-secret",
        NEXTAUTH_URL: "http://localhost:3000",
        NEXTAUTH_SECRET: secret(),
        MASTER_KEY: secret(),
        ADMIN_EMAILS: "ada@acme.test",
        DATABASE_URL: `file:${test.file}`,
        LOG_LEVEL: "silent",
      },
    });
    const code = await new Promise<number | null>((resolve) => child.once("exit", resolve));
    expect(code).toBe(0);
    const quota = await findQuota("C-1");
    // Without the last write it would stand below nothing: the next calls are written off before they go.
    expect(quota?.left).toBeGreaterThanOrEqual(10);
    expect(quota?.left).toBeLessThan(30);
  });
});
