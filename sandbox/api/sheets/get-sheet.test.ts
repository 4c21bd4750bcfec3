import { parseCsv } from "hucre/csv";
import { readXlsx } from "hucre/xlsx";
import { createClient } from "smartsheet";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SwitchName } from "../../switches";
import { type Bench, list, MIA, OLGA, RAVI, startBench, VIK, type Wire } from "./workbench.test-helper";

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench.close());

const tasks = (query = "", as = OLGA) => bench.on("GET", "Tasks", query, undefined, as);
const numbers = (body: Wire) => list(body.rows).map((row) => row.rowNumber);
const filterId = (name: string) =>
  String(bench.store.sheetByKey("tasks")?.filters.find((filter) => filter.name === name)?.id);

/** What the sheet says at the second setting of one switch. */
async function switched(name: SwitchName, setting: string, query: string) {
  const other = await startBench({ switches: { [name]: setting } });
  const answer = await other.on("GET", "Tasks", query);
  await other.close();
  return answer;
}

describe("the head of a sheet", () => {
  it("tells what the person may do and where the sheet lies", async () => {
    const { body } = await tasks("", MIA);
    expect(body).toMatchObject({
      accessLevel: "EDITOR",
      hasSummaryFields: true,
      totalRowCount: 6,
      workspace: { name: "Works", accessLevel: "EDITOR" },
      userPermissions: { summaryPermissions: "READ_WRITE" },
    });
    const viewer = (await tasks("", VIK)).body;
    expect(viewer.userPermissions).toEqual({ summaryPermissions: "READ_ONLY" });
    expect(viewer).not.toHaveProperty("workspace");
    expect((await bench.on("GET", "Prices", "")).body).not.toHaveProperty("workspace");
  });

  it("marks favourites, and only those", async () => {
    expect((await tasks("", RAVI)).status).toBe(404);
    expect((await tasks("", VIK)).body).not.toHaveProperty("favorite");
    bench.store.favorites.set(VIK, new Set([`sheet/${bench.sheetId("Tasks")}`]));
    expect((await tasks("", VIK)).body.favorite).toBe(true);
    expect((await tasks("", MIA)).body).not.toHaveProperty("favorite");
  });

  it("adds what is asked for", async () => {
    const bare = (await tasks()).body;
    for (const part of ["owner", "attachments", "discussions", "crossSheetReferences", "filters"])
      expect(bare).not.toHaveProperty(part);
    const include = "ownerInfo,attachments,discussions,crossSheetReferences,filterDefinitions";
    const { body } = await tasks(`?include=${include}`);
    expect(body.owner).toBe(OLGA);
    expect(list(body.attachments).map((file) => file.name)).toEqual(["plan.txt"]);
    expect(list(body.discussions)).toEqual([
      expect.objectContaining({ title: "Nice", commentCount: 1, parentType: "SHEET" }),
    ]);
    expect(list(body.crossSheetReferences)[0]).toMatchObject({ name: "Price list", status: "OK" });
    expect(list(body.filters).map((filter) => [filter.name, filter.filterType])).toEqual([
      ["Open", "SHARED"],
      ["With parents", "SHARED"],
    ]);
    const mine = (await tasks("?include=filterDefinitions", MIA)).body;
    expect(list(mine.filters).map((filter) => filter.name)).toContain("Mine");
  });

  it("says of a reference whether its source can be seen", async () => {
    const { body } = await tasks("?include=crossSheetReferences", VIK);
    expect(list(body.crossSheetReferences)[0]?.status).toBe("NOT-SHARED");
  });
});

describe("rows of a sheet", () => {
  it("carry files and discussions on request, with the files on comments only when both are asked for", async () => {
    const third = async (include: string) =>
      list((await tasks(`?include=${include}&rowNumbers=3`)).body.rows)[0] ?? {};
    expect(await third("attachments")).toMatchObject({
      attachments: [{ name: "roof.txt", parentType: "ROW" }],
    });
    const talk = list((await third("discussions")).discussions)[0] ?? {};
    expect(talk).toMatchObject({ title: "Leaks", lastCommentedUser: { email: MIA } });
    expect(talk).not.toHaveProperty("commentAttachments");
    expect(talk).not.toHaveProperty("comments");
    const both = list((await third("attachments,discussions")).discussions)[0] ?? {};
    expect(list(both.commentAttachments)[0]?.name).toBe("leak.txt");
    expect(await third("proofs")).toMatchObject({ proofs: [] });
  });

  it("are hidden by a filter, parents shown where it says so", async () => {
    const hidden = async (query: string, as = OLGA) =>
      list((await tasks(query, as)).body.rows)
        .filter((row) => row.filteredOut)
        .map((row) => row.rowNumber);
    expect(await hidden(`?filterId=${filterId("Open")}`)).toEqual([2, 4, 5]);
    expect(await hidden(`?filterId=${filterId("With parents")}`)).toEqual([3, 4, 5, 6]);
    expect(await hidden(`?filterId=${filterId("Mine")}`, MIA)).toEqual([2, 3, 4, 5, 6]);
    expect((await tasks(`?filterId=${filterId("Mine")}`)).body.errorCode).toBe(1182);
    expect(list((await tasks("?include=filters")).body.rows)[0]?.filteredOut).toBe(false);
    expect(list((await tasks()).body.rows)[0]).not.toHaveProperty("filteredOut");
  });

  it("that a filter hides can be left out, and are counted then", async () => {
    const { body } = await tasks(`?filterId=${filterId("Open")}&exclude=filteredOutRows`);
    expect(numbers(body)).toEqual([1, 3, 6]);
    expect(body).toMatchObject({ totalRowCount: 6, filteredRowCount: 3 });
  });

  it("follow the filter a person applied", async () => {
    await bench.on(
      "PUT",
      "Tasks",
      "",
      { userSettings: { appliedSheetFilterId: Number(filterId("Open")) } },
      VIK,
    );
    const { body } = await tasks("?include=filters", VIK);
    expect(list(body.rows).map((row) => row.filteredOut)).toEqual([false, true, false, true, true, false]);
    expect(body.userSettings).toMatchObject({ appliedSheetFilterId: Number(filterId("Open")) });
    expect(list((await tasks("?include=filters", MIA)).body.rows).some((row) => row.filteredOut)).toBe(false);
    await bench.on("PUT", "Tasks", "", { userSettings: { appliedSheetFilterId: null } }, VIK);
    expect((await tasks("", VIK)).body).not.toHaveProperty("showParentRowsForFilters");
  });

  it("are chosen by id, number and time of change", async () => {
    expect(numbers((await tasks("?rowNumbers=2,99,4")).body)).toEqual([2, 4]);
    expect(numbers((await tasks(`?rowIds=${bench.row("Tasks", 6)}&rowNumbers=1`)).body)).toEqual([1, 6]);
    expect(numbers((await tasks("?rowsModifiedSince=2026-11-24T00:00:00Z")).body)).toEqual([]);
    expect(numbers((await tasks(`?rowsModifiedSince=${Date.parse("2026-10-01")}`)).body)).toHaveLength(6);
    for (const query of [
      "?rowNumbers=two",
      "?rowIds=x",
      "?columnIds=x",
      "?level=3",
      "?page=0",
      "?filterId=x",
    ])
      expect((await tasks(query)).body.errorCode, query).toBe(1018);
  });

  it("take their look from the first condition that fits", async () => {
    const { body } = await tasks("?include=format");
    const roof = list(body.rows)[2] ?? {};
    expect(roof.conditionalFormat).toBe(",,,,,,,,,21,,,,,,,");
    expect(bench.cell({ body } as never, 3, "State").conditionalFormat).toBe(",,,,,,,,,21,,,,,,,");
    expect(bench.cell({ body } as never, 6, "State").conditionalFormat).toBe(",,,,,,,,27,,,,,,,,");
    expect(bench.cell({ body } as never, 6, "Task")).not.toHaveProperty("conditionalFormat");
    expect(list(body.rows)[5]).not.toHaveProperty("conditionalFormat");
    expect(JSON.stringify((await tasks()).body)).not.toContain("conditionalFormat");
  });

  it("name themselves by permalink, or permaLink", async () => {
    const query = "?include=rowPermalink&rowNumbers=1";
    expect(list((await tasks(query)).body.rows)[0]?.permalink).toContain("?rowId=");
    const other = list((await switched("rowLink", "permaLink", query)).body.rows)[0];
    expect(other).toHaveProperty("permaLink");
    expect(other).not.toHaveProperty("permalink");
  });

  it("have no upper page size, or 10,000", async () => {
    const rows = { from: "flights", count: 10_050 };
    const long = { key: "long", name: "Long", owner: OLGA, shares: [], columns: [], rows, version: 1 };
    const scenario = (await import("./workbench.test-helper")).workbench();
    scenario.sheets.push({ ...long, createdAt: "2026-01-01T00:00:00Z", modifiedAt: "2026-01-01T00:00:00Z" });
    const counts = await Promise.all(
      ["none", "10000"].map(async (pageSizeLimit) => {
        const other = await startBench({ scenario, switches: { pageSizeLimit } });
        const { body } = await other.on("GET", "Long", "?pageSize=20000");
        await other.close();
        return list(body.rows).length;
      }),
    );
    expect(counts).toEqual([10_050, 10_000]);
  });
});

describe("cells of a sheet", () => {
  it("that are linked show their source, and where it is", async () => {
    const answer = await tasks();
    expect(bench.cell(answer, 3, "Price")).toMatchObject({
      value: 4.5,
      linkInFromCell: { status: "OK", sheetName: "Prices", rowId: bench.row("Prices", 2) },
    });
    const source = await bench.on("GET", "Prices", "");
    expect(bench.cell(source, 2, "Price").linksOutToCells).toEqual([
      expect.objectContaining({ status: "OK", sheetName: "Tasks", rowId: bench.row("Tasks", 3) }),
    ]);
  });

  it("keep the details of a link to themselves when told to, and from people without the other sheet", async () => {
    const short = bench.cell(await tasks("?exclude=linkInFromCellDetails"), 3, "Price").linkInFromCell;
    expect(short).toEqual({ sheetId: Number(bench.sheetId("Prices")), sheetName: "Prices" });
    const out = bench.cell(await bench.on("GET", "Prices", "?exclude=linksOutToCellsDetails"), 2, "Price");
    expect(list(out.linksOutToCells)[0]).not.toHaveProperty("rowId");
    const foreign = bench.cell(await tasks("", VIK), 3, "Price").linkInFromCell;
    expect(foreign).toMatchObject({ status: "INACCESSIBLE" });
    expect(foreign).not.toHaveProperty("sheetName");
    expect(bench.cell(await tasks("", VIK), 5, "Task").hyperlink).toEqual({
      sheetId: Number(bench.sheetId("Prices")),
    });
    expect(bench.cell(await tasks(), 5, "Task").hyperlink).toMatchObject({
      url: expect.stringContaining("/sheets/prices"),
    });
  });

  it("say dates as numbers on request", async () => {
    const plain = await tasks();
    const answer = await tasks("?numericDates=true&include=objectValue");
    expect(bench.cell(plain, 1, "Due").value).toBe("2026-11-30");
    expect(bench.cell(answer, 1, "Due").value).toBe(Date.parse("2026-11-30"));
    expect(bench.cell(answer, 1, "Changed").value).toBe(
      Date.parse(String(bench.cell(plain, 1, "Changed").value)),
    );
    expect(answer.body.createdAt).toBe(Date.parse("2026-10-01T08:00:00Z"));
  });

  it("are written fast the same way as one by one", async () => {
    for (const query of [
      "",
      "?numericDates=true",
      "?include=format,columnType&level=2",
      "?include=objectValue",
    ]) {
      const whole = list((await bench.on("GET", "Prices", query)).body.rows);
      const single = await Promise.all(
        whole.map(({ id }) => bench.on("GET", "Prices", `/rows/${id}${query}`)),
      );
      expect(single.map(({ body }) => body.cells)).toEqual(whole.map((row) => row.cells));
      const rows = list((await tasks(query)).body.rows);
      const one = await bench.on("GET", "Tasks", `/rows/${rows[0]?.id}${query}`);
      expect(one.body.cells).toEqual(rows[0]?.cells);
    }
  });

  it("hold contacts in values, or in value", async () => {
    const query = "?include=objectValue&level=1";
    const contacts = [
      { objectType: "CONTACT", email: VIK, name: "Vik Viewer" },
      { objectType: "CONTACT", email: MIA, name: "Mia Maker" },
    ];
    const team = { objectType: "MULTI_CONTACT" };
    expect(bench.cell(await tasks(query), 4, "Team").objectValue).toEqual({ ...team, values: contacts });
    const other = await switched("multiContact", "value", query);
    expect(bench.cell(other, 4, "Team").objectValue).toEqual({ ...team, value: contacts });
  });

  it("show moments, or not", async () => {
    expect(bench.cell(await tasks(), 1, "Changed")).not.toHaveProperty("displayValue");
    const other = await switched("datetimeDisplay", "present", "");
    expect(bench.cell(other, 1, "Changed")).toMatchObject({
      value: "2026-10-01T08:00:00Z",
      displayValue: "10/01/26 8:00 AM",
    });
  });

  it("hold the words of a symbol, or the same in capitals", async () => {
    expect(bench.cell(await tasks(), 1, "Light").value).toBe("Yellow");
    const other = await switched("symbolWords", "capitals", "?include=objectValue");
    const yellow = { value: "YELLOW", displayValue: "YELLOW", objectValue: "YELLOW" };
    expect(bench.cell(other, 1, "Light")).toMatchObject(yellow);
    expect(bench.cell(other, 1, "State").value).toBe("Doing");
  });
});

describe("a sheet as a file", () => {
  const file = async (accept: string, query = "") => {
    const headers = { authorization: `Bearer ${bench.token(OLGA)}`, accept };
    const response = await fetch(`${bench.apiUrl}/sheets/${bench.sheetId("Tasks")}${query}`, { headers });
    return { response, bytes: new Uint8Array(await response.arrayBuffer()) };
  };

  it("is CSV with what the cells show", async () => {
    const { response, bytes } = await file(
      "text/csv",
      `?columnIds=${bench.column("Tasks", "Task")},${bench.column("Tasks", "Cost")}`,
    );
    expect(response.headers.get("content-type")).toBe("text/csv;charset=UTF-8");
    expect(response.headers.get("content-disposition")).toContain('filename="Tasks.csv"');
    const [titles, first] = parseCsv(new TextDecoder().decode(bytes));
    expect([titles, first]).toEqual([
      ["Task", "Cost"],
      ["Build", "€1200.50"],
    ]);
  });

  it.each(["application/vnd.ms-excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"])(
    "is a workbook for %s, with the tree as outline",
    async (accept) => {
      const { response, bytes } = await file(accept);
      expect(response.headers.get("content-type")).toBe(accept);
      const [sheet] = (await readXlsx(bytes)).sheets;
      expect(sheet?.name).toBe("Tasks");
      expect(sheet?.rows[1]?.slice(0, 2)).toEqual(["Build", 1200.5]);
      expect([1, 2, 3, 4].map((row) => sheet?.rowDefs?.get(row)?.outlineLevel ?? 0)).toEqual([0, 1, 1, 0]);
    },
  );

  it("reaches the official SDK", async () => {
    const { sheets } = createClient({ accessToken: bench.token(OLGA), baseUrl: `${bench.apiUrl}/` });
    const sheetId = bench.sheetId("Prices");
    expect(await sheets.getSheetAsCSV({ sheetId })).toBe("Thing,Price\r\nBrick,2\r\nTile,4.5");
    // Its own call for Excel asks axios for an encoding called null, which axios 1 refuses.
    const excel = await sheets.getSheet({ sheetId, accept: "application/vnd.ms-excel", encoding: "latin1" });
    expect((await readXlsx(Buffer.from(excel, "latin1"))).sheets[0]?.rows[1]).toEqual(["Brick", 2]);
  });

  it("is no PDF, and nothing unheard of", async () => {
    const refusal = async (accept: string, query = "") => {
      const { response, bytes } = await file(accept, query);
      return [response.status, JSON.parse(new TextDecoder().decode(bytes)).errorCode];
    };
    expect(await refusal("application/pdf", "?paperSize=A4")).toEqual([406, 1052]);
    expect(await refusal("application/pdf", "?paperSize=A9")).toEqual([400, 1053]);
    expect(await refusal("image/png")).toEqual([406, 1052]);
    expect((await file("image/png, */*;q=0.1")).response.status).toBe(200);
  });
});
