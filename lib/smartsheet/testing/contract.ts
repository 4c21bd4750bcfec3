import { afterAll, beforeAll, expect, it } from "vitest";
import { type ColumnId, type GroupId, isSmartsheetId, type SheetId } from "@/lib/policy/ids";
import type { Result } from "@/lib/result";
import { Secret } from "@/lib/secret";
import type { Authority, Child, Place } from "../port";
import type { ContractWorld } from "./contract-worlds";

const MISSING = "1234567890123456" as SheetId;

function opened<T>(result: Result<T, { code: string }>): T {
  if (!result.ok) throw new Error(`answered ${result.error.code}`);
  return result.value;
}

/**
 * What the app relies on, whoever answers: the imitation in memory, the sandbox, and the sandbox with any unverified
 * behaviour of Smartsheet turned the other way. Statuses and numbers may differ there, what the app makes of them not.
 */
export function smartsheetContract(
  start: () => Promise<ContractWorld>,
  /** What Smartsheet might allow as well; the app does not offer it. */
  allows: { assumeWithOAuth?: boolean } = {},
  /** Whether statuses and codes are those of the documentation, as where nothing is turned. */
  isDocumented = true,
): void {
  let world: ContractWorld;
  const own = (email: string): Authority => ({ lane: "own", token: new Secret(world.rawToken(email)) });
  const assume = (email: string | null, by = "ada@acme.test"): Authority => ({
    lane: "admin",
    token: new Secret(world.rawToken(by)),
    assume: email,
  });

  beforeAll(async () => {
    world = await start();
  });
  afterAll(() => world.close());

  it("tells who the token's person is", async () => {
    const olga = opened(await world.smartsheet.getProfile(own("olga@acme.test")));
    expect(olga).toMatchObject({
      email: "olga@acme.test",
      firstName: "Olga",
      lastName: "Owner",
      name: "Olga Owner",
      admin: false,
      groups: [],
      account: { name: "Acme" },
    });
    expect(isSmartsheetId(olga.id) && isSmartsheetId(olga.account?.id)).toBe(true);
    const vik = opened(await world.smartsheet.getProfile(own("vik@acme.test")));
    expect(vik.groups?.map(({ name }) => name)).toEqual(["Field team", "Works council"]);
    expect(vik.groups?.every(({ id }) => isSmartsheetId(id))).toBe(true);
  });

  it("acts as the assumed person, or as the administrator when nobody is assumed", async () => {
    for (const email of ["olga@acme.test", "uma+north@acme.test"]) {
      expect(opened(await world.smartsheet.getProfile(assume(email))).email).toBe(email);
    }
    const self = opened(await world.smartsheet.getProfile(assume(null)));
    expect([self.email, self.admin]).toEqual(["ada@acme.test", true]);
  });

  it.each([
    ["an administrator", "sid@acme.test", 401, 1030],
    ["a stranger", "nobody@acme.test", 401, 1030],
    ["a person of another plan", "eve@outside.test", 401, 1030],
    ["a deactivated person", "lea@acme.test", 403, 1188],
  ])("F16 cannot assume %s", async (_, email, status, errorCode) => {
    const result = await world.smartsheet.getProfile(assume(email));
    const told = isDocumented ? { status, errorCode } : {};
    expect(result).toMatchObject({ ok: false, error: { code: "cannot_assume", ...told } });
  });

  it("F16 cannot assume with the token of somebody else, nor with one from a sign-in", async () => {
    const told = isDocumented ? { status: 401, errorCode: 1030 } : {};
    const refused = { ok: false, error: { code: "cannot_assume", ...told } };
    expect(await world.smartsheet.getProfile(assume("vik@acme.test", "olga@acme.test"))).toMatchObject(
      refused,
    );
    const signedIn: Authority = {
      lane: "admin",
      token: new Secret(world.adminOAuthToken),
      assume: "vik@acme.test",
    };
    const assumed = await world.smartsheet.getProfile(signedIn);
    if (allows.assumeWithOAuth) expect(opened(assumed).email).toBe("vik@acme.test");
    else expect(assumed).toMatchObject(refused);
    expect(opened(await world.smartsheet.getProfile({ ...signedIn, assume: null })).email).toBe(
      "ada@acme.test",
    );
  });

  it("F12 F13 tells an expired token from an unknown one", async () => {
    const expired: Authority = { lane: "own", token: new Secret(world.expiredToken) };
    expect(await world.smartsheet.getProfile(expired)).toMatchObject({
      ok: false,
      error: { code: "token_expired", status: 401, errorCode: 1003 },
    });
    const unknown: Authority = { lane: "own", token: new Secret("no-such-token") };
    expect(await world.smartsheet.getProfile(unknown)).toMatchObject({
      ok: false,
      error: { code: "token_invalid", status: 401, errorCode: 1002 },
    });
  });

  it("reads a whole sheet, for its owner and for whoever assumes the owner", async () => {
    const sheet = opened(await world.smartsheet.getSheet(own("olga@acme.test"), world.payrollId));
    expect(sheet).toMatchObject({ id: world.payrollId, name: "Payroll 2026", version: 212 });
    expect(sheet.columns.map(({ index }) => index)).toEqual(sheet.columns.map((___, index) => index));
    expect(sheet.columns.filter(({ primary }) => primary).map(({ title }) => title)).toEqual(["Person"]);
    expect(sheet.rows.length).toBeGreaterThan(1);
    expect(sheet.rows.map(({ rowNumber }) => rowNumber)).toEqual(sheet.rows.map((___, index) => index + 1));
    const columnIds = new Set<string>(sheet.columns.map(({ id }) => id));
    const keys = sheet.rows.flatMap(({ cells }) => Object.keys(cells));
    expect(keys.length).toBeGreaterThan(2);
    expect(keys.every((key) => columnIds.has(key))).toBe(true);
    expect(new Date(sheet.fetchedAt).toISOString()).toBe(sheet.fetchedAt);

    const assumed = opened(await world.smartsheet.getSheet(assume("olga@acme.test"), world.payrollId));
    expect({ ...assumed, fetchedAt: "" }).toEqual({ ...sheet, fetchedAt: "" });
  });

  it("F11 I06 answers the same for a sheet that is not shared and one that is not there", async () => {
    const vik = own("vik@acme.test");
    const { smartsheet, payrollId } = world;
    const asVik = assume("vik@acme.test");
    const closed = await smartsheet.getSheet(vik, payrollId);
    expect(closed).toMatchObject({
      ok: false,
      error: { code: "not_found", ...(isDocumented ? { status: 404, errorCode: 1006 } : {}) },
    });
    const messages = [
      closed,
      await smartsheet.getSheet(vik, MISSING),
      await smartsheet.getSheet(asVik, payrollId),
      await smartsheet.getSheet(assume(null), payrollId),
      await smartsheet.getSheetVersion(vik, payrollId),
      await smartsheet.listColumns(vik, payrollId),
    ].map((result) => (result.ok ? "ok" : `${result.error.code} ${result.error.message}`));
    expect(new Set(messages).size).toBe(1);
  });

  it("reads only the columns asked for, and none for an empty list", async () => {
    const olga = own("olga@acme.test");
    const whole = opened(await world.smartsheet.getSheet(olga, world.payrollId));
    const salary = whole.columns.find(({ title }) => title === "Salary")?.id as ColumnId;
    const part = opened(await world.smartsheet.getSheet(olga, world.payrollId, { columnIds: [salary] }));
    expect(part.columns).toEqual(whole.columns.filter(({ id }) => id === salary));
    expect(part.rows.map(({ cells }) => cells[salary])).toEqual(whole.rows.map(({ cells }) => cells[salary]));
    expect(part.rows.flatMap(({ cells }) => Object.keys(cells)).every((key) => key === salary)).toBe(true);
    const none = opened(await world.smartsheet.getSheet(olga, world.payrollId, { columnIds: [] }));
    expect([none.columns.length, none.rows.length]).toEqual([0, whole.rows.length]);
  });

  it("gives version and columns as the sheet has them", async () => {
    const olga = own("olga@acme.test");
    const sheet = opened(await world.smartsheet.getSheet(olga, world.payrollId));
    expect(opened(await world.smartsheet.getSheetVersion(olga, world.payrollId))).toBe(sheet.version);
    const columns = opened(await world.smartsheet.listColumns(olga, world.payrollId));
    const heads = (list: typeof columns) =>
      list.map(({ id, index, title, type }) => ({ id, index, title, type }));
    expect(heads(columns)).toEqual(heads(sheet.columns));
  });

  it("lists the sheets a person can open, by name", async () => {
    const list = opened(await world.smartsheet.listSheets(assume("olga@acme.test")));
    const names = list.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(["Launch plan", "Payroll 2026", "Road map 2027"]));
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b)));
    expect(list.find(({ id }) => id === world.payrollId)?.accessLevel).toBe("OWNER");
    const vik = opened(await world.smartsheet.listSheets(own("vik@acme.test")));
    expect(vik.map(({ name }) => name)).toContain("Road map 2027");
    expect(vik.map(({ name }) => name)).not.toContain("Payroll 2026");
  });

  it("lists the people of the plan, fully only to an administrator", async () => {
    const list = opened(await world.smartsheet.listUsers(assume(null)));
    const emails = list.map(({ email }) => email);
    expect(emails).toEqual(
      expect.arrayContaining(["ada@acme.test", "olga@acme.test", "uma+north@acme.test"]),
    );
    expect(emails).not.toContain("eve@outside.test");
    const find = (email: string) => list.find((user) => user.email === email);
    expect(find("ada@acme.test")).toMatchObject({ admin: true, status: "ACTIVE", name: "Ada Admin" });
    expect(find("lea@acme.test")).toMatchObject({ admin: false, status: "DEACTIVATED" });

    const one = opened(await world.smartsheet.listUsers(assume(null), { email: "uma+north@acme.test" }));
    expect(one.map(({ email }) => email)).toEqual(["uma+north@acme.test"]);
    const nobody = await world.smartsheet.listUsers(assume(null), { email: "nobody@acme.test" });
    expect(opened(nobody)).toEqual([]);
    const two = { email: "ada@acme.test,olga@acme.test" };
    expect(opened(await world.smartsheet.listUsers(assume(null), two))).toEqual([]);

    const [seen] = opened(
      await world.smartsheet.listUsers(own("olga@acme.test"), { email: "ada@acme.test" }),
    );
    expect([seen?.admin, seen?.status]).toEqual([undefined, undefined]);
  });

  it("walks from a workspace down to a sheet, and back up by its path", async () => {
    const { smartsheet, payrollId } = world;
    const olga = assume("olga@acme.test");
    const workspaces = opened(await smartsheet.listWorkspaces(olga));
    const top = workspaces.find(({ name }) => name === "People & money");
    if (!top) throw new Error("The workspace is not listed.");
    const walked: Place[] = [{ type: "workspace", id: top.id }];
    const found: string[] = [];
    for (let at: Place | undefined = walked[0]; at; ) {
      const children: Child[] = opened(await smartsheet.listChildren(olga, at));
      found.push(...children.filter(({ kind }) => kind === "sheet").map(({ id }) => id));
      const next = children.find(
        ({ name, kind }) => kind === "folder" && ["Money", "Pay", "2026"].includes(name),
      );
      at = next && { type: "folder", id: next.id };
      if (at) walked.push(at);
    }
    expect(found).toContain(payrollId);
    expect(walked).toHaveLength(4);
    const path = opened(await smartsheet.getPath(olga, "sheet", payrollId));
    expect(path).toEqual({ places: walked, name: "Payroll 2026" });
    const folder = walked.at(-1)?.id ?? "";
    expect(opened(await smartsheet.getPath(olga, "folder", folder))).toEqual({
      places: walked,
      name: "2026",
    });
  });

  it("I06 shows no place and no path to who may not see them", async () => {
    const { smartsheet, payrollId } = world;
    const olga = assume("olga@acme.test");
    const vik = own("vik@acme.test");
    const [top] = opened(await smartsheet.getPath(olga, "sheet", payrollId)).places;
    if (!top) throw new Error("The path is empty.");
    for (const answer of [
      await smartsheet.listChildren(vik, top),
      await smartsheet.listChildren(vik, { type: "folder", id: MISSING }),
      await smartsheet.getPath(vik, "sheet", payrollId),
      await smartsheet.getPath(vik, "sheet", MISSING),
    ])
      expect(answer).toMatchObject({ ok: false, error: { code: "not_found" } });
    expect(opened(await smartsheet.listWorkspaces(vik)).map(({ id }) => id)).not.toContain(top.id);
  });

  it("lists the plan's groups and who is in them, by their user ids", async () => {
    const groups = opened(await world.smartsheet.listGroups(assume(null)));
    expect(groups.map(({ name }) => name)).toEqual(expect.arrayContaining(["Field team", "Works council"]));
    const field = groups.find(({ name }) => name === "Field team")?.id as GroupId;
    const members = opened(await world.smartsheet.listGroupMembers(assume(null), field));
    expect(members.map(({ email }) => email)).toEqual(
      expect.arrayContaining(["vik@acme.test", "uma+north@acme.test"]),
    );
    const vik = opened(await world.smartsheet.getProfile(own("vik@acme.test")));
    expect(members.find(({ email }) => email === "vik@acme.test")?.id).toBe(vik.id);
  });

  it("does nothing for a caller who has gone", async () => {
    const result = await world.smartsheet.getSheet(own("olga@acme.test"), world.payrollId, {
      signal: AbortSignal.abort(),
    });
    expect(result).toMatchObject({ ok: false, error: { code: "aborted" } });
  });
}
