import type { Json, Tour } from "./tour";

const EVERYTHING = {
  include: [
    ...[
      "attachments",
      "columnType",
      "crossSheetReferences",
      "discussions",
      "filters",
      "filterDefinitions",
      "format",
    ],
    ...["ganttConfig", "objectValue", "ownerInfo", "rowPermalink", "source", "writerInfo"],
  ].join(","),
  level: "2",
};

/** Checking 400 columns of many rows would take longer than all the rest. */
const FIRST = { pageSize: "20", page: "1" };

/** Every sheet with everything asked for, then rows, columns and what else belongs to one sheet. */
export async function tourSheets(tour: Tour): Promise<void> {
  await tour.go("GET", "/sheets", { query: { include: "sheetVersion,source,ownerInfo" } });
  for (const sheet of tour.sandbox.store.sheets) {
    const going = { as: sheet.owner.email };
    await tour.go("GET", `/sheets/${sheet.id}`, { ...going, query: FIRST });
    await tour.go("GET", `/sheets/${sheet.id}`, {
      ...going,
      query: { ...EVERYTHING, ...FIRST },
    });
    await tour.go("GET", `/sheets/${sheet.id}/columns`, {
      ...going,
      query: { level: "2", includeAll: "true" },
    });
    await tour.go("GET", `/sheets/${sheet.id}/version`, going);
    await tour.go("GET", `/sheets/${sheet.id}/publish`, going);
    await tour.go("GET", `/sheets/${sheet.id}/summary`, {
      ...going,
      query: { include: "format,writerInfo" },
    });
    await tour.go("GET", `/sheets/${sheet.id}/summary/fields`, going);
    await tour.go("GET", `/sheets/${sheet.id}/crosssheetreferences`, going);
    await tour.go("GET", `/sheets/${sheet.id}/automationrules`, going);
    for (const { id } of sheet.crossSheetReferences)
      await tour.go("GET", `/sheets/${sheet.id}/crosssheetreferences/${id}`, going);
    for (const { id } of sheet.automationRules)
      await tour.go("GET", `/sheets/${sheet.id}/automationrules/${id}`, going);
  }
  const id = tour.id("Flights, on-time data");
  await tour.go("GET", `/sheets/${id}`, { query: { ifVersionAfter: "999999" } });
  await tour.go("GET", `/sheets/${id}`, { as: "vik@acme.test", expects: 404 });
  await tour.go("GET", `/sheets/${id}`, { query: { level: "x" }, expects: 400 });
  await makeOne(tour);
}

async function makeOne(tour: Tour): Promise<void> {
  const made = await tour.go("POST", "/sheets", {
    body: {
      name: "Tour",
      columns: [
        { title: "Task", type: "TEXT_NUMBER", primary: true },
        { title: "Done", type: "CHECKBOX", symbol: "STAR" },
        { title: "Who", type: "CONTACT_LIST" },
      ],
    },
  });
  await tour.go("POST", "/sheets", { body: { name: "No columns" }, expects: 400 });
  const sheet = made.result.id;
  const [task, done, who] = made.result.columns.map((column: Json) => column.id);
  await tour.go("PUT", `/sheets/${sheet}`, { body: { name: "Tour, renamed" } });
  await rows(tour, sheet, { task, done, who });
  await columns(tour, sheet, done);
  await around(tour, sheet);
  const copy = await tour.go("POST", `/sheets/${sheet}/copy`, {
    body: { destinationType: "home", newName: "Tour, copied" },
    query: { include: "data" },
  });
  const folder = (await tour.go("POST", "/home/folders", { body: { name: "Tour" } })).result.id;
  await tour.go("POST", `/sheets/${copy.result.id}/move`, {
    body: { destinationType: "folder", destinationId: folder },
  });
  await tour.go("DELETE", `/sheets/${copy.result.id}`);
  await tour.go("DELETE", `/sheets/${sheet}`);
}

async function rows(tour: Tour, sheet: string, { task, done, who }: Record<string, unknown>): Promise<void> {
  const at = `/sheets/${sheet}/rows`;
  const added = await tour.go("POST", at, {
    body: [
      {
        toBottom: true,
        cells: [
          { columnId: task, value: "One" },
          { columnId: done, value: true },
        ],
      },
      {
        toBottom: true,
        cells: [
          { columnId: task, value: "Two" },
          { columnId: who, value: "vik@acme.test" },
        ],
      },
      {
        toBottom: true,
        cells: [{ columnId: task, value: "Three", hyperlink: { url: "https://www.acme.example" } }],
      },
    ],
  });
  const [one, two, three] = added.result.map((row: Json) => row.id);
  await tour.go("POST", at, {
    query: { allowPartialSuccess: "true" },
    body: [
      { toTop: true, cells: [{ columnId: task, value: "Good" }] },
      { toTop: true, cells: [{ columnId: 1, value: "Bad" }] },
    ],
  });
  await tour.go("POST", at, { body: [{ cells: [{ columnId: done, value: "no box" }] }], expects: 400 });
  await tour.go("PUT", at, { body: [{ id: one, cells: [{ columnId: task, value: "One more" }] }] });
  await tour.go("PUT", at, {
    query: { allowPartialSuccess: "true" },
    body: [
      { id: two, parentId: one, cells: [{ columnId: task, value: "Child" }] },
      { id: 1, parentId: one, cells: [] },
    ],
  });
  const include = { include: "columns,format,objectValue,writerInfo,rowPermalink,columnType", level: "2" };
  await tour.go("GET", `${at}/${one}`, { query: include });
  await tour.go("GET", `${at}/${one}/columns/${task}/history`, {
    query: { include: "columnType,objectValue" },
  });
  await tour.go("POST", `/sheets/${sheet}/sort`, {
    body: { sortCriteria: [{ columnId: task, direction: "DESCENDING" }] },
  });
  const sendTo = [{ email: "vik@acme.test" }];
  await tour.go("POST", `${at}/emails`, { body: { sendTo, rowIds: [one], columnIds: [task] } });
  await tour.go("POST", `/sheets/${sheet}/emails`, { body: { sendTo, format: "PDF" } });
  const other = (
    await tour.go("POST", "/sheets", {
      body: { name: "Other", columns: [{ title: "Task", type: "TEXT_NUMBER", primary: true }] },
    })
  ).result.id;
  await tour.go("POST", `${at}/copy`, { body: { rowIds: [two], to: { sheetId: other } } });
  await tour.go("POST", `${at}/move`, { body: { rowIds: [three], to: { sheetId: other } } });
  await tour.go("DELETE", at, { query: { ids: String(two) } });
  await tour.go("DELETE", at, { query: { ids: "1" }, expects: 404 });
  await tour.go("DELETE", `/sheets/${other}`);
}

async function columns(tour: Tour, sheet: string, done: string): Promise<void> {
  const at = `/sheets/${sheet}/columns`;
  const added = await tour.go("POST", at, {
    body: [{ title: "State", type: "PICKLIST", options: ["Open", "Closed"], index: 1 }],
  });
  const column = added.result[0].id;
  await tour.go("GET", `${at}/${column}`, { query: { level: "2" } });
  await tour.go("PUT", `${at}/${column}`, { body: { title: "Status", index: 2, type: "PICKLIST" } });
  await tour.go("PUT", `${at}/${done}`, { body: { title: "Finished" } });
  await tour.go("DELETE", `${at}/${column}`);
}

async function around(tour: Tour, sheet: string): Promise<void> {
  const at = `/sheets/${sheet}`;
  await tour.go("PUT", `${at}/publish`, {
    body: {
      readOnlyLiteEnabled: true,
      readOnlyFullEnabled: false,
      readWriteEnabled: false,
      icalEnabled: false,
    },
  });
  const fields = await tour.go("POST", `${at}/summary/fields`, {
    body: [{ title: "Budget", type: "TEXT_NUMBER", objectValue: 12 }],
  });
  const field = fields.result[0].id;
  await tour.go("PUT", `${at}/summary/fields`, { body: [{ id: field, objectValue: 13 }] });
  await tour.go("GET", `${at}/summary`);
  await tour.go("DELETE", `${at}/summary/fields`, { query: { ids: String(field) } });
  const source = tour.sandbox.store.sheets.find(({ name }) => name === "Flights, on-time data");
  const reference = await tour.go("POST", `${at}/crosssheetreferences`, {
    body: {
      name: "Tour range",
      sourceSheetId: source?.id,
      startColumnId: source?.columns[0]?.id,
      endColumnId: source?.columns[1]?.id,
    },
  });
  await tour.go("GET", `${at}/crosssheetreferences/${reference.result.id}`);
  const automated = tour.sandbox.store.sheets.find(({ automationRules }) => automationRules.length > 0);
  const rule = automated?.automationRules[0];
  if (!automated || !rule) throw new Error("no sheet of the scenario has an automation rule");
  const going = { as: automated.owner.email };
  const path = `/sheets/${automated.id}/automationrules/${rule.id}`;
  await tour.go("PUT", path, { ...going, body: { enabled: false, action: { type: rule.action } } });
  await tour.go("DELETE", path, going);
}
