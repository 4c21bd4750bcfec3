import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { grid, startForTest, type TestSandbox } from "./testing";

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startForTest({ rate: 0 });
});
afterAll(() => sandbox.close());

type Token = "raw" | "oauth";

/** What the documentation says, written down a second time and apart from the code. */
function wanted(caller: string, token: Token, target: string): number {
  const admins = ["ada@acme.test", "sid@acme.test"];
  if (token === "oauth" || !admins.includes(caller)) return 1030;
  if (target === "lea@acme.test") return 1188;
  if (admins.includes(target) || target === "eve@outside.test") return 1030;
  return 200;
}

describe("Assume-User", () => {
  it("opens exactly the documented cells of the matrix caller x token x target", async () => {
    let cells = 0;
    let opened = 0;
    for (const caller of sandbox.people.filter((person) => person.email !== "lea@acme.test")) {
      const issued = await sandbox.control("POST", "/tokens/issue", { email: caller.email });
      const tokens: Record<Token, string> = { raw: caller.token, oauth: String(issued.body.accessToken) };
      for (const kind of ["raw", "oauth"] as const)
        for (const target of sandbox.people) {
          const headers = { "Assume-User": encodeURIComponent(target.email) };
          const { status, body } = await sandbox.call("GET", "/users/me", { token: tokens[kind], headers });
          const label = `${caller.email} ${kind} ${target.email}`;
          expect([label, status === 200 ? 200 : body.errorCode]).toEqual([
            label,
            wanted(caller.email, kind, target.email),
          ]);
          if (status === 200) expect(body.email).toBe(target.email);
          cells += 1;
          if (status === 200) opened += 1;
        }
    }
    expect(cells).toBe(12 * 2 * 13);
    expect(opened).toBe(2 * 9);
  });

  it("runs the call with the rights of the person assumed, no more", async () => {
    const payroll = `/sheets/${sandbox.sheetId("Payroll 2026")}`;
    expect((await sandbox.get(payroll, "ada@acme.test")).status).toBe(404);
    expect((await sandbox.get(payroll, "ada@acme.test", "vik@acme.test")).status).toBe(404);
    expect((await sandbox.get(payroll, "ada@acme.test", "olga@acme.test")).body.accessLevel).toBe("OWNER");
  });

  it.each([
    ["a plus address, encoded", "uma%2Bnorth%40acme.test", 200],
    ["a raw at sign", "vik@acme.test", 200],
    ["capital letters", "Vik%40Acme.test", 200],
    ["a name encoded twice", "vik%2540acme.test", 401],
    ["a broken encoding", "vik%4", 401],
    ["nobody", "nobody%40acme.test", 401],
    ["nothing", "", 401],
    ["two names", "vik%40acme.test, olga%40acme.test", 401],
  ])("%s", async (_, header, status) => {
    const token = sandbox.token("ada@acme.test");
    const answer = await sandbox.call("GET", "/users/me", { token, headers: { "Assume-User": header } });
    expect(answer.status).toBe(status);
    if (status === 401) expect(answer.body.errorCode).toBe(1030);
  });

  it("follows people who become admin, leave, or lose their token", async () => {
    const me = () => sandbox.get("/users/me", "ada@acme.test", "dana@acme.test");
    await sandbox.control("POST", "/people/dana@acme.test", { admin: true });
    expect((await me()).body.errorCode).toBe(1030);
    await sandbox.control("POST", "/people/dana@acme.test", { admin: false, active: false });
    expect(await me()).toMatchObject({ status: 403, body: { errorCode: 1188 } });
    await sandbox.control("POST", "/people/dana@acme.test", { active: true });
    expect((await me()).status).toBe(200);
    await sandbox.control("POST", "/people/ada@acme.test", { admin: false });
    expect((await me()).body.errorCode).toBe(1030);
    await sandbox.control("POST", "/people/ada@acme.test", { admin: true });
    await sandbox.control("POST", "/tokens/revoke", { email: "ada@acme.test", kind: "raw" });
    expect((await me()).body.errorCode).toBe(1002);
    await sandbox.control("POST", "/reset");
    expect((await me()).status).toBe(200);
  });

  it("leaves caller, assumed person and counts in the call log", async () => {
    await sandbox.control("DELETE", "/calls");
    const person = sandbox.columnId("Payroll 2026", "Person");
    const path = `/sheets/${sandbox.sheetId("Payroll 2026")}?columnIds=${person}`;
    const { body } = await sandbox.get(path, "ada@acme.test", "olga@acme.test");
    expect(grid(body)).toHaveLength(60);
    const log = await sandbox.control("GET", "/calls");
    expect(log.body.calls).toEqual([
      expect.objectContaining({
        method: "GET",
        path: `/2.0${path}`,
        caller: "ada@acme.test",
        assumed: "olga@acme.test",
        status: 200,
        columns: 1,
        rows: 60,
      }),
    ]);
  });
});
