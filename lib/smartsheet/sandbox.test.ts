import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { SheetId } from "@/lib/policy/ids";
import { Secret } from "@/lib/secret";
import type { Authority } from "./port";
import { type SandboxWorld, sandboxWorld } from "./testing/contract-worlds";

interface Call {
  method: string;
  path: string;
  caller: string | null;
  assumed: string | null;
  kind: string | null;
}

describe("the sandbox's own cases", () => {
  let world: SandboxWorld;
  let asOlga: Authority;

  beforeAll(async () => {
    world = await sandboxWorld();
    asOlga = { lane: "admin", token: new Secret(world.rawToken("ada@acme.test")), assume: "olga@acme.test" };
  });
  afterEach(() => world.control("/reset", {}));
  afterAll(() => world.close());

  const calls = async () => ((await world.control("/calls")) as { calls: Call[] }).calls;

  it("I09 shows in its log nothing but GETs for the assumed person", async () => {
    await world.control("/reset", {});
    await world.smartsheet.getSheet(asOlga, world.payrollId);
    await world.smartsheet.getSheetVersion(asOlga, world.payrollId);
    await world.smartsheet.listSheets(asOlga);
    const seen = await calls();
    expect(seen).toHaveLength(3);
    for (const call of seen) {
      expect(call).toMatchObject({
        method: "GET",
        caller: "ada@acme.test",
        assumed: "olga@acme.test",
        kind: "raw",
      });
    }
  });

  it.each([
    ["429", "rate_limited", 1],
    ["500", "unavailable", 1],
    ["503html", "unavailable", 3],
    ["reset", "unavailable", 3],
    ["cutjson", "bad_answer", 1],
    ["html200", "bad_answer", 1],
    ["empty", "bad_answer", 1],
    ["brotli", "bad_answer", 1],
    ["redirect", "unavailable", 1],
    ["wrongshape", "bad_answer", 1],
  ])("F01-F06 T15 its fault %s is %s after %i tries", async (kind, code, tries) => {
    await world.control("/fault", { match: { path: "/sheets/" }, kind });
    const result = await world.smartsheet.getSheet(asOlga, world.payrollId);
    expect(result).toMatchObject({ ok: false, error: { code } });
    const seen = await calls();
    expect(seen.filter(({ path }) => path.includes("elsewhere"))).toEqual([]);
    expect(seen).toHaveLength(tries);
  });

  it("F12 F13 refreshes tokens, which ends the old ones, and revokes them", async () => {
    const issued = await world.control("/tokens/issue", { email: "olga@acme.test" });
    const { accessToken, refreshToken } = issued as { accessToken: string; refreshToken: string };
    const profileCode = async (token: Secret) => {
      const result = await world.smartsheet.getProfile({ lane: "own", token });
      return result.ok ? result.value.email : result.error.code;
    };
    expect(await profileCode(new Secret(accessToken))).toBe("olga@acme.test");
    const fresh = await world.oauth.refresh(new Secret(refreshToken));
    if (!fresh.ok) throw new Error(fresh.error.code);
    expect(Date.parse(fresh.value.expiresAt)).toBeGreaterThan(Date.now() + 6 * 24 * 3600 * 1000);
    expect(await profileCode(new Secret(accessToken))).toBe("token_invalid");
    expect(await profileCode(fresh.value.accessToken)).toBe("olga@acme.test");
    const again = await world.oauth.refresh(new Secret(refreshToken));
    expect(again).toMatchObject({ ok: false, error: { code: "invalid_grant" } });
    const code = await world.oauth.exchangeCode(new Secret("no-such-code"));
    expect(code).toMatchObject({ ok: false, error: { code: "invalid_grant" } });
    expect(await world.oauth.revoke(fresh.value.accessToken)).toEqual({ ok: true, value: null });
    expect(await profileCode(fresh.value.accessToken)).toBe("token_invalid");
  });

  it("I14 opens the sheet whose ids are above 2^53, and every other sheet it has", async () => {
    const { sheets } = (await world.control("/info")) as {
      sheets: { id: string; name: string; owner: string; columns: Record<string, string> }[];
    };
    expect(sheets.length).toBeGreaterThan(10);
    expect(sheets.some(({ id }) => BigInt(id) > 2n ** 53n)).toBe(true);
    for (const listed of sheets) {
      const owner: Authority = { lane: "own", token: new Secret(world.rawToken(listed.owner)) };
      const result = await world.smartsheet.getSheet(owner, listed.id as SheetId);
      if (!result.ok) throw new Error(`${listed.name}: ${result.error.code}`);
      expect(result.value.id).toBe(listed.id);
      expect(Object.fromEntries(result.value.columns.map(({ title, id }) => [title, id]))).toEqual(
        listed.columns,
      );
      expect(result.value.rows.length > 0).toBe(listed.name !== "Visitor log");
    }
  }, 120_000);
});
