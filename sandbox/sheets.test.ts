import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { grid, startForTest, type TestSandbox } from "./testing";

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startForTest({ rate: 0 });
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await sandbox.control("POST", "/reset");
});

const sheet = (name: string, query = "") => `/sheets/${sandbox.sheetId(name)}${query}`;
type Wire = Record<string, unknown>;
const list = (value: unknown) => value as Wire[];

describe("lists", () => {
  it("show the sheets shared with a person, by name, groups included", async () => {
    const { body } = await sandbox.get("/sheets?includeAll=true", "vik@acme.test");
    const names = list(body.data).map((item) => item.name);
    expect(names).toEqual([
      "IT tickets",
      "Marketing calendar",
      "Risk log",
      "Road map 2027",
      "Safety walks",
      "Vendors",
    ]);
    expect(body).not.toHaveProperty("pageSize");
  });

  it("page, and repeat the last page past the end", async () => {
    const page = async (number: number) =>
      (await sandbox.get(`/sheets?page=${number}&pageSize=4`, "vik@acme.test")).body;
    expect(await page(1)).toMatchObject({ pageNumber: 1, pageSize: 4, totalPages: 2, totalCount: 6 });
    expect(list((await page(2)).data)).toHaveLength(2);
    expect((await page(9)).pageNumber).toBe(2);
  });

  it("give every sheet of the plan to System Admins only", async () => {
    expect((await sandbox.get("/users/sheets", "vik@acme.test")).body.errorCode).toBe(1004);
    const ofPlan = sandbox.store.sheets.filter(({ owner }) => owner.planKey === "acme");
    expect((await sandbox.get("/users/sheets", "ada@acme.test")).body.totalCount).toBe(ofPlan.length);
  });

  it("show who is admin or deactivated to System Admins only", async () => {
    const path = "/users?email=lea@acme.test,ada@acme.test";
    const seen = (await sandbox.get(path, "ada@acme.test")).body;
    expect(list(seen.data)).toEqual([
      expect.objectContaining({ email: "ada@acme.test", admin: true, status: "ACTIVE" }),
      expect.objectContaining({ email: "lea@acme.test", admin: false, status: "DEACTIVATED" }),
    ]);
    const plain = list((await sandbox.get(path, "vik@acme.test")).body.data);
    expect(plain[0]).not.toHaveProperty("admin");
    expect(plain[0]).not.toHaveProperty("status");
  });

  it("name a person's groups on request", async () => {
    const { body } = await sandbox.get("/users/me?include=groups", "vik@acme.test");
    expect(list(body.data).map((group) => group.name)).toEqual(["Field team", "Works council"]);
  });
});

describe("one sheet", () => {
  it("that is not shared answers like one that does not exist", async () => {
    const hidden = await sandbox.get(sheet("Payroll 2026"), "vik@acme.test");
    const missing = await sandbox.get("/sheets/1234567890123456", "vik@acme.test");
    expect(hidden).toMatchObject({ status: 404, body: { errorCode: 1006, message: "Not Found" } });
    expect({ ...hidden.body, refId: "" }).toEqual({ ...missing.body, refId: "" });
  });

  it("has ids that stay the same between starts", async () => {
    const other = await startForTest();
    expect(other.sheetId("Payroll 2026")).toBe(sandbox.sheetId("Payroll 2026"));
    expect(other.columnId("Payroll 2026", "Salary")).toBe(sandbox.columnId("Payroll 2026", "Salary"));
    expect(sandbox.sheetId("Payroll 2026")).toMatch(/^\d{16}$/);
    await other.close();
  });

  it("sends the columns asked for and no other", async () => {
    const ids = [sandbox.columnId("Payroll 2026", "Person"), sandbox.columnId("Payroll 2026", "Active")];
    const { body } = await sandbox.get(sheet("Payroll 2026", `?columnIds=${ids}`), "olga@acme.test");
    expect(list(body.columns).map((column) => [column.title, column.index])).toEqual([
      ["Person", 0],
      ["Active", 6],
    ]);
    expect(JSON.stringify(body)).not.toContain("SECRET-CELL");
    expect(grid(body)).toHaveLength(60);
    expect(JSON.stringify((await sandbox.get(sheet("Payroll 2026"), "olga@acme.test")).body)).toContain(
      "SECRET-CELL",
    );
  });

  it("has twelve payroll rows with Vik as contact", async () => {
    const { body } = await sandbox.get(sheet("Payroll 2026"), "olga@acme.test");
    expect(grid(body).filter((row) => row.Contact === "vik@acme.test")).toHaveLength(12);
  });

  it("types multi columns by level", async () => {
    const walkers = async (level: number) => {
      const path = sheet("All column types", `?level=${level}&include=objectValue,columnType&rowNumbers=1`);
      const { body } = await sandbox.get(path, "dana@acme.test");
      const types = Object.fromEntries(
        list(body.columns).map((column) => [column.title, [column.type, column.version]]),
      );
      const places = list(body.columns).map((column) => column.title);
      const cells = list(list(body.rows)[0]?.cells);
      const object = (title: string) => cells[places.indexOf(title)]?.objectValue;
      return { contacts: [types.Contacts, object("Contacts")], choices: [types.Choices, object("Choices")] };
    };
    const names = "Vik Viewer, Olga Owner";
    const contacts = {
      objectType: "MULTI_CONTACT",
      values: [
        { objectType: "CONTACT", email: "vik@acme.test", name: "Vik Viewer" },
        { objectType: "CONTACT", email: "olga@acme.test", name: "Olga Owner" },
      ],
    };
    const picks = { objectType: "MULTI_PICKLIST", values: ["Red", "Two, with a comma"] };
    const text = "Red, Two, with a comma";
    expect(await walkers(0)).toEqual({
      contacts: [["TEXT_NUMBER", 1], names],
      choices: [["TEXT_NUMBER", 2], text],
    });
    expect(await walkers(1)).toEqual({
      contacts: [["MULTI_CONTACT_LIST", 1], contacts],
      choices: [["TEXT_NUMBER", 2], text],
    });
    expect(await walkers(2)).toEqual({
      contacts: [["MULTI_CONTACT_LIST", 1], contacts],
      choices: [["MULTI_PICKLIST", 2], picks],
    });
  });

  it("keeps its tree: three levels, previous sibling, parents first", async () => {
    const { body } = await sandbox.get(sheet("Launch plan"), "olga@acme.test");
    const rows = list(body.rows);
    expect(rows).toHaveLength(41);
    const at = new Map(rows.map((row) => [row.id, row]));
    const depth = (row: Wire | undefined): number => (row?.parentId ? 1 + depth(at.get(row.parentId)) : 0);
    expect(Math.max(...rows.map(depth))).toBe(2);
    expect(rows[0]).not.toHaveProperty("siblingId");
    expect(at.get(rows[4]?.siblingId)?.rowNumber).toBe(2);
  });

  it("pages rows only when asked to", async () => {
    const rows = async (query: string) =>
      list((await sandbox.get(sheet("IT tickets", query), "vik@acme.test")).body.rows);
    expect(await rows("")).toHaveLength(1904);
    expect(await rows("?page=1")).toHaveLength(100);
    const last = await rows("?pageSize=1000&page=2");
    expect(last).toHaveLength(904);
    expect(last[0]?.rowNumber).toBe(1001);
  });

  it("sends formats and blank cells as asked", async () => {
    const first = async (query: string) => {
      const { body } = await sandbox.get(
        sheet("All column types", `?rowNumbers=18${query}`),
        "dana@acme.test",
      );
      return JSON.stringify(body);
    };
    expect(await first("")).not.toContain('"format"');
    expect(await first("&include=format")).toContain('"format":",5,1,1,1');
    const blank = (
      await sandbox.get(sheet("All column types", "?rowNumbers=4&exclude=nonexistentCells"), "dana@acme.test")
    ).body;
    expect(list(list(blank.rows)[0]?.cells).every((cell) => "value" in cell)).toBe(true);
    expect(list(list(blank.rows)[0]?.cells)).toHaveLength(5);
  });

  it("holds 20,000 flights in 25 columns, packed when the caller can unpack", async () => {
    const { body, headers } = await sandbox.get(sheet("Flights, on-time data"), "dana@acme.test");
    expect(headers.get("content-encoding")).toBe("gzip");
    expect(list(body.columns)).toHaveLength(25);
    expect(list(body.rows)).toHaveLength(20_000);
  }, 60_000);

  it("may have an id that a plain JSON.parse would change", async () => {
    const headers = { authorization: `Bearer ${sandbox.token("olga@acme.test")}` };
    const text = await (await fetch(`${sandbox.apiUrl}/sheets/9007199254740993`, { headers })).text();
    expect(text.startsWith('{"id":9007199254740993,"name":"Long id"')).toBe(true);
    expect(text).not.toContain("bigint");
  });
});

describe("changes", () => {
  const write = (method: string, path: string, body?: unknown, as = "olga@acme.test") =>
    sandbox.call(method, path, { token: sandbox.token(as), ...(body === undefined ? {} : { body }) });
  const version = async () =>
    (await sandbox.get(sheet("Payroll 2026", "/version"), "olga@acme.test")).body.version as number;

  it("raise the version, which ifVersionAfter sees", async () => {
    const before = await version();
    const same = await sandbox.get(sheet("Payroll 2026", `?ifVersionAfter=${before}`), "olga@acme.test");
    expect(same.body).toEqual({ version: before });
    const columnId = Number(sandbox.columnId("Payroll 2026", "Person"));
    const added = await write("POST", sheet("Payroll 2026", "/rows"), [
      { toBottom: true, cells: [{ columnId, value: "New Person" }] },
    ]);
    expect(added.body).toMatchObject({ message: "SUCCESS", resultCode: 0, version: before + 1 });
    const rowId = list(added.body.result)[0]?.id;
    await write("PUT", sheet("Payroll 2026", "/rows"), [
      { id: rowId, cells: [{ columnId, value: "Renamed" }] },
    ]);
    const later = await sandbox.get(sheet("Payroll 2026", `?ifVersionAfter=${before}`), "olga@acme.test");
    expect(grid(later.body).at(-1)?.Person).toBe("Renamed");
    expect(await version()).toBe(before + 2);
    expect((await write("DELETE", sheet("Payroll 2026", `/rows?ids=${rowId}`))).body.result).toEqual([rowId]);
    expect(await version()).toBe(before + 3);
  });

  it("are refused to viewers, and by strict columns", async () => {
    const cell = (title: string, value: unknown) => [
      { cells: [{ columnId: Number(sandbox.columnId("Payroll 2026", title)), value }] },
    ];
    const before = await version();
    expect(
      (await write("POST", sheet("Payroll 2026", "/rows"), cell("Start date", "soon"))).body.errorCode,
    ).toBe(1042);
    expect(
      (await write("POST", sheet("Vendors", "/rows"), [{ cells: [] }], "vik@acme.test")).body.errorCode,
    ).toBe(1004);
    expect((await write("DELETE", sheet("Payroll 2026", "/rows?ids=1234567890123456"))).status).toBe(404);
    expect(await version()).toBe(before);
  });

  it("to a big sheet show up in the next answer", async () => {
    const flights = () => sandbox.get(sheet("Flights, on-time data"), "dana@acme.test");
    await flights();
    const id = sandbox.sheetId("Flights, on-time data");
    await sandbox.control("POST", `/sheets/${id}/cells`, {
      rowNumber: 3,
      column: "Follow-up",
      value: "Changed",
    });
    expect(grid((await flights()).body)[2]?.["Follow-up"]).toBe("Changed");
  }, 60_000);

  it("take a parent's children along", async () => {
    const rows = list((await sandbox.get(sheet("Launch plan"), "olga@acme.test")).body.rows);
    await write("DELETE", sheet("Launch plan", `/rows?ids=${rows[0]?.id}`));
    const { body } = await sandbox.get(sheet("Launch plan"), "olga@acme.test");
    expect(list(body.rows)).toHaveLength(29);
    expect(list(body.rows)[0]).toMatchObject({ rowNumber: 1, id: rows[12]?.id });
  });

  it("to shares and columns work behind the API's back", async () => {
    const id = sandbox.sheetId("Payroll 2026");
    const before = await version();
    await sandbox.control("POST", `/sheets/${id}/shares`, { email: "vik@acme.test", accessLevel: "VIEWER" });
    expect((await sandbox.get(sheet("Payroll 2026"), "vik@acme.test")).body.accessLevel).toBe("VIEWER");
    await sandbox.control("POST", `/sheets/${id}/columns`, { title: "Bonus", type: "TEXT_NUMBER" });
    await sandbox.control("POST", `/sheets/${id}/columns/${sandbox.columnId("Payroll 2026", "IBAN")}`, {
      remove: true,
    });
    await sandbox.control("POST", `/sheets/${id}/columns/${sandbox.columnId("Payroll 2026", "Salary")}`, {
      title: "Pay",
    });
    // Shares leave the version alone; the three column changes raise it.
    expect(await version()).toBe(before + 3);
    const row = grid((await sandbox.get(sheet("Payroll 2026"), "vik@acme.test")).body)[0];
    expect(row).toMatchObject({ Bonus: "Bonus 1", Pay: expect.any(Number) });
    expect(row).not.toHaveProperty("IBAN");
    await sandbox.control("POST", `/sheets/${id}/shares`, { email: "vik@acme.test", accessLevel: null });
    expect((await sandbox.get(sheet("Payroll 2026"), "vik@acme.test")).status).toBe(404);
  });
});
