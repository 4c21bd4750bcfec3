import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Answer } from "../../testing";
import { type Bench, list, MIA, OLGA, RAVI, SAM, startBench, VIK, type Wire } from "./workbench.test-helper";

let bench: Bench;
beforeEach(async () => {
  bench = await startBench();
});
afterEach(() => bench.close());

const errorOf = ({ status, body }: Answer) => [status, body.errorCode];
const post = (path: string, body: unknown, as = OLGA) =>
  bench.call("POST", path, { token: bench.token(as), body });
const columns = [
  { title: "Name", type: "TEXT_NUMBER", primary: true },
  {
    title: "No",
    type: "TEXT_NUMBER",
    systemColumnType: "AUTO_NUMBER",
    autoNumberFormat: { prefix: "{YYYY}-{MM}-{DD}-", fill: "00" },
  },
];
const read = async (id: unknown, query = "", as = OLGA) =>
  (await bench.get(`/sheets/${id}${query}`, as)).body;

describe("making sheets", () => {
  it("gives them to their maker, in the Sheets folder", async () => {
    const { body } = await post("/sheets", { name: "Fresh", columns }, RAVI);
    const made = body.result as Wire;
    expect(made).toMatchObject({ name: "Fresh", accessLevel: "OWNER", permalink: expect.any(String) });
    expect(list(made.columns).map(({ title, index, primary }) => [title, index, primary])).toEqual([
      ["Name", 0, true],
      ["No", 1, undefined],
    ]);
    expect(await read(made.id, "", RAVI)).toMatchObject({ accessLevel: "OWNER", rows: [] });
    expect((await bench.get(`/sheets/${made.id}`, OLGA)).status).toBe(404);
    const row = { cells: [{ columnId: list(made.columns)[0]?.id, value: "x" }] };
    await post(`/sheets/${made.id}/rows`, row, RAVI);
    const [first] = list((await read(made.id, "", RAVI)).rows);
    expect(list(first?.cells)[1]?.value).toBe("2026-11-24-01");
  });

  it("puts them into folders and workspaces, for their admins", async () => {
    const folder = bench.store.folders[0]?.id;
    const workspace = bench.store.workspaces[0]?.id;
    const inFolder = (await post(`/folders/${folder}/sheets`, { name: "A", columns })).body.result as Wire;
    expect(await read(inFolder.id)).toMatchObject({ workspace: { name: "Works" } });
    expect((await post(`/workspaces/${workspace}/sheets`, { name: "B", columns })).status).toBe(200);
    expect(errorOf(await post(`/workspaces/${workspace}/sheets`, { name: "B", columns }, MIA))).toEqual([
      403, 1004,
    ]);
    expect(errorOf(await post(`/folders/${folder}/sheets`, { name: "B", columns }, RAVI))).toEqual([
      404, 1006,
    ]);
  });

  it("takes another sheet for a template", async () => {
    const fromId = Number(bench.sheetId("Tasks"));
    const made = (await post("/sheets?include=data", { name: "Like tasks", fromId })).body.result as Wire;
    expect(made).not.toHaveProperty("columns");
    expect(list((await read(made.id)).rows)).toHaveLength(6);
    expect(errorOf(await post("/sheets", { name: "x", fromId: 5 }))).toEqual([404, 1033]);
    expect(errorOf(await post("/sheets", { name: "x", fromId }, RAVI))).toEqual([404, 1033]);
  });

  it.each<[string, Wire, number]>([
    ["no name", { columns }, 1012],
    ["a name of 51", { name: "x".repeat(51), columns }, 1041],
    ["no columns", { name: "x" }, 1054],
    ["an empty list of columns", { name: "x", columns: [] }, 1054],
    ["no primary column", { name: "x", columns: [{ title: "a", type: "TEXT_NUMBER" }] }, 1055],
    ["two primary columns", { name: "x", columns: [columns[0], { ...columns[0], title: "b" }] }, 1055],
    ["a primary column of dates", { name: "x", columns: [{ ...columns[0], type: "DATE" }] }, 1057],
    ["equal titles", { name: "x", columns: [columns[0], { title: "Name", type: "DATE" }] }, 1056],
    ["no list of columns", { name: "x", columns: "many" }, 1008],
  ])("refuses %s", async (_, body, code) => {
    expect(errorOf(await post("/sheets", body))).toEqual([400, code]);
  });
});

describe("changing sheets", () => {
  it("renames for sheet admins, and raises the version", async () => {
    const { body } = await bench.on("PUT", "Tasks", "", { name: "Jobs" }, SAM);
    expect(body).toMatchObject({ result: { name: "Jobs", accessLevel: "ADMIN" }, version: 11 });
    expect(errorOf(await bench.on("PUT", "Jobs", "", { name: "x" }, MIA))).toEqual([403, 1004]);
  });

  it("keeps each person's settings to themselves, version untouched", async () => {
    const userSettings = { criticalPathEnabled: true };
    const { body } = await bench.on("PUT", "Tasks", "", { userSettings }, VIK);
    expect(body.result).toMatchObject({
      userSettings: { criticalPathEnabled: true, displaySummaryTasks: true },
    });
    expect(await read(bench.sheetId("Tasks"), "", VIK)).toMatchObject({ userSettings, version: 10 });
    expect(await read(bench.sheetId("Tasks"))).toMatchObject({
      userSettings: { criticalPathEnabled: false },
    });
    const filter = { userSettings: { appliedSheetFilterId: 5 } };
    expect(errorOf(await bench.on("PUT", "Tasks", "", filter))).toEqual([400, 1182]);
  });

  it("sets up projects only", async () => {
    const projectSettings = { workingDays: ["MONDAY"], nonWorkingDays: ["2026-12-25"], lengthOfDay: 7.5 };
    expect((await bench.on("PUT", "Plan", "", { projectSettings })).body.result).toMatchObject({
      projectSettings,
    });
    expect(await read(bench.sheetId("Plan"))).toMatchObject({ projectSettings });
    expect(errorOf(await bench.on("PUT", "Tasks", "", { projectSettings }))).toEqual([400, 1143]);
    for (const bad of [{ workingDays: ["FUNDAY"] }, { nonWorkingDays: ["2026-02-30"] }, { lengthOfDay: 25 }])
      expect(errorOf(await bench.on("PUT", "Plan", "", { projectSettings: bad }))).toEqual([400, 1031]);
  });

  it("deletes for owners", async () => {
    expect(errorOf(await bench.on("DELETE", "Tasks", "", undefined, SAM))).toEqual([403, 1004]);
    const id = bench.sheetId("Tasks");
    expect((await bench.on("DELETE", "Tasks", "")).body).toEqual({ message: "SUCCESS", resultCode: 0 });
    expect((await bench.get(`/sheets/${id}`, OLGA)).status).toBe(404);
  });
});

describe("copying and moving sheets", () => {
  const workspace = () => Number(bench.store.workspaces[0]?.id);
  const everything = "?include=attachments,cellLinks,data,discussions,filters,rules,ruleRecipients,shares";
  const copy = (query: string, body: Wire, as = OLGA) => bench.on("POST", "Tasks", `/copy${query}`, body, as);
  const toWorkspace = () => ({ destinationType: "workspace", destinationId: workspace(), newName: "Copy" });

  it("copies columns and nothing else, unless told", async () => {
    const made = (await copy("", toWorkspace())).body.result as Wire;
    expect(made).toMatchObject({ name: "Copy", accessLevel: "OWNER" });
    const sheet = await read(made.id, "?include=source,attachments,filterDefinitions");
    expect(sheet).toMatchObject({
      rows: [],
      attachments: [],
      filters: [],
      source: { id: Number(bench.sheetId("Tasks")), type: "sheet" },
      workspace: { name: "Works" },
    });
    expect(list(sheet.columns)).toHaveLength(14);
    const listed = await bench.get("/sheets?include=source", OLGA);
    expect(list(listed.body.data).find(({ name }) => name === "Copy")).toHaveProperty("source");
  });

  it("copies all of it when told, with ids of its own", async () => {
    const made = (await copy(everything, { destinationType: "HOME" })).body.result as Wire;
    const copied = await bench.get(
      `/sheets/${made.id}?include=attachments,discussions,filterDefinitions,crossSheetReferences`,
      OLGA,
    );
    const original = await bench.on("GET", "Tasks", "");
    expect(copied.body).toMatchObject({
      name: "Tasks",
      attachments: [{ name: "plan.txt" }],
      discussions: [{ title: "Nice" }],
      crossSheetReferences: [{ name: "Price list" }],
    });
    expect(bench.cell(copied, 3, "Price")).toMatchObject({ value: 4.5, linkInFromCell: { status: "OK" } });
    expect(list(copied.body.rows)[1]?.parentId).toBe(list(copied.body.rows)[0]?.id);
    expect(list(copied.body.rows)[2]).toMatchObject({ attachments: [{ name: "roof.txt" }] });
    const ids = (body: Wire) => [...list(body.rows), ...list(body.columns)].map(({ id }) => id);
    expect(ids(copied.body).filter((id) => ids(original.body).includes(id))).toEqual([]);
    expect((await bench.get(`/sheets/${made.id}`, MIA)).body.accessLevel).toBe("EDITOR");
    const filter = list(copied.body.filters)[0];
    const hidden = await bench.get(`/sheets/${made.id}?filterId=${filter?.id}`, OLGA);
    expect(list(hidden.body.rows).map(({ filteredOut }) => filteredOut)).toEqual([
      false,
      true,
      false,
      true,
      true,
      false,
    ]);
    const rules = await bench.get(`/sheets/${made.id}/automationrules`, OLGA);
    expect(list(rules.body.data)[0]).toMatchObject({ action: { recipients: [{ email: VIK }] } });
  });

  it("cuts links and hyperlinks on request", async () => {
    const made = (await copy("?include=data&exclude=sheetHyperlinks", { destinationType: "home" })).body
      .result as Wire;
    const copied = await bench.get(`/sheets/${made.id}`, OLGA);
    expect(bench.cell(copied, 5, "Task")).toEqual({
      columnId: expect.any(Number),
      value: "Site",
      displayValue: "Site",
    });
    expect(bench.cell(copied, 3, "Price")).toEqual({
      columnId: expect.any(Number),
      value: 4.5,
      displayValue: "4.5",
    });
  });

  it("goes where the person may put things", async () => {
    expect(errorOf(await copy("", {}))).toEqual([400, 1012]);
    expect(errorOf(await copy("", { destinationType: "cellar" }))).toEqual([400, 1031]);
    expect(errorOf(await copy("", { destinationType: "folder", destinationId: 5 }))).toEqual([404, 1006]);
    expect(errorOf(await copy("", toWorkspace(), VIK))).toEqual([404, 1006]);
    expect((await copy("", { destinationType: "home" }, VIK)).status).toBe(200);
  });

  it("moves for sheet admins, shares staying", async () => {
    const { body } = await bench.on("POST", "Prices", "/move", {
      destinationType: "workspace",
      destinationId: workspace(),
    });
    expect(body.result).toMatchObject({ name: "Prices", accessLevel: "OWNER" });
    expect(await read(bench.sheetId("Prices"), "", MIA)).toMatchObject({
      accessLevel: "EDITOR",
      workspace: { name: "Works" },
    });
    expect(errorOf(await bench.on("POST", "Prices", "/move", { destinationType: "home" }, MIA))).toEqual([
      403, 1004,
    ]);
  });
});
