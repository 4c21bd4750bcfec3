import { existsSync, readFileSync } from "node:fs";
import { createClient } from "smartsheet";
import { describe, expect, it } from "vitest";
import { startForTest } from "../../testing";

type Tables = Record<string, unknown[]>;

describe("serverinfo", () => {
  it("has all tables, and needs no token", async () => {
    const sandbox = await startForTest();
    const { status, body } = await sandbox.call("GET", "/serverinfo", {});
    expect(status).toBe(200);
    expect(body).toMatchObject({ featureInfo: { symbolsVersion: 2 } });
    const formats = body.formats as Tables;
    expect([formats.color?.length, formats.currency?.length, formats.fontSize?.length]).toEqual([42, 24, 12]);
    expect(formats.color?.[41]).toBe("#5A2D01");
    expect(formats.currency?.[6]).toEqual({ code: "EUR", symbol: "€" });
    expect(formats).not.toHaveProperty("dateFormat");
    expect(body.supportedLocales).toContain("de_CH");
    await sandbox.close();
  });

  it("lists the date formats if so switched", async () => {
    const sandbox = await startForTest({ switches: { dateFormats: "listed" } });
    const formats = (await sandbox.call("GET", "/serverinfo", {})).body.formats as Tables;
    expect(formats.dateFormat).toHaveLength(11);
    expect(String(formats.defaults).split(",")).toHaveLength(17);
    await sandbox.close();
  });

  it("reaches the official SDK", async () => {
    const sandbox = await startForTest();
    const client = createClient({ accessToken: "none", baseUrl: `${sandbox.apiUrl}/` });
    expect((await client.server.getInfo({})).formats.numberFormat).toHaveLength(4);
    await sandbox.close();
  });

  const recorded = new URL("../../../../shared/smartsheet/serverinfo.json", import.meta.url);
  it.skipIf(!existsSync(recorded))(
    "is the recorded answer, table by table (skipped where that is not at hand)",
    async () => {
      const sandbox = await startForTest();
      const { body } = await sandbox.call("GET", "/serverinfo", {});
      expect(body).toEqual(JSON.parse(readFileSync(recorded, "utf8")));
      await sandbox.close();
    },
  );
});
