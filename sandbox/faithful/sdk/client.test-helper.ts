import { createClient } from "smartsheet";
import { startForTest, type TestSandbox } from "../../testing";

export type Client = ReturnType<typeof createClient>;

export interface SdkSandbox extends TestSandbox {
  /** The official SDK as somebody of Acme: `as("dana")`. */
  as(who: string): Client;
}

export async function startForSdk(): Promise<SdkSandbox> {
  const sandbox = await startForTest({ rate: 0 });
  // The SDK joins base URL and path as they are, hence the slash. It logs where it is given a level or a logger only.
  const as = (who: string) =>
    createClient({ accessToken: sandbox.token(`${who}@acme.test`), baseUrl: `${sandbox.apiUrl}/` });
  return { ...sandbox, as };
}

/** What the SDK rejects with where something is not there, or no longer. */
export const NOT_THERE = { statusCode: 404, errorCode: 1006 };
export const SUCCESS = { message: "SUCCESS", resultCode: 0 };

export const COLUMNS = [
  { title: "Task", type: "TEXT_NUMBER", primary: true },
  { title: "Hours", type: "TEXT_NUMBER" },
  { title: "Done", type: "CHECKBOX" },
];

export interface MadeSheet {
  sheetId: number;
  task: number;
  hours: number;
  done: number;
  /** In the order of the tasks given. */
  rowIds: number[];
}

/** A new sheet with `COLUMNS` and a row for each task, by its hours. */
export async function makeSheet(
  { sheets }: Client,
  name: string,
  tasks: Record<string, number> = {},
): Promise<MadeSheet> {
  const { result } = await sheets.createSheet({ body: { name, columns: COLUMNS } });
  const sheetId: number = result.id;
  const [task, hours, done] = result.columns.map(({ id }: { id: number }) => id);
  const body = Object.entries(tasks).map(([title, value]) => ({
    toBottom: true,
    cells: [
      { columnId: task, value: title },
      { columnId: hours, value },
    ],
  }));
  const added = body.length === 0 ? { result: [] } : await sheets.addRows({ sheetId, body });
  return { sheetId, task, hours, done, rowIds: added.result.map(({ id }: { id: number }) => id) };
}

/** A new workspace with one folder in it. */
export async function makePlace(
  { workspaces }: Client,
  name: string,
): Promise<{ workspaceId: number; folderId: number }> {
  const workspaceId: number = (await workspaces.createWorkspace({ body: { name } })).result.id;
  const folder = await workspaces.createFolder({ workspaceId, body: { name: "Folder" } });
  return { workspaceId, folderId: folder.result.id };
}

/** What the first column of a sheet holds, row by row. */
export async function tasksOf({ sheets }: Client, sheetId: number): Promise<unknown[]> {
  const { rows } = await sheets.getSheet({ sheetId });
  return rows.map((row: { cells: { value?: unknown }[] }) => row.cells[0]?.value);
}
