import { type RunningSandbox, type SandboxOptions, startSandbox } from "./server";

/** What tests need again and again: a running sandbox, calls as a person, the controls. */
export interface TestSandbox extends RunningSandbox {
  token(email: string): string;
  get(path: string, as: string, assume?: string): Promise<Answer>;
  call(
    method: string,
    path: string,
    init: { token?: string; headers?: Record<string, string>; body?: unknown },
  ): Promise<Answer>;
  control(method: string, path: string, body?: unknown): Promise<Answer>;
  /** The id of a sheet by its name. */
  sheetId(name: string): string;
  columnId(sheet: string, title: string): string;
}

export interface Answer {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
}

export async function startForTest(options: SandboxOptions = {}): Promise<TestSandbox> {
  const sandbox = await startSandbox(options);
  const origin = sandbox.apiUrl.slice(0, -"/2.0".length);
  const token = (email: string) => {
    const person = sandbox.people.find((candidate) => candidate.email === email);
    if (!person) throw new Error(`nobody is called ${email}`);
    return person.token;
  };
  const send = async (method: string, url: string, headers: Record<string, string>, body?: unknown) => {
    const init = body === undefined ? {} : { body: JSON.stringify(body) };
    return readAnswer(await fetch(url, { method, headers, ...init }));
  };
  const call: TestSandbox["call"] = (method, path, init) => {
    const bearer: Record<string, string> = init.token ? { authorization: `Bearer ${init.token}` } : {};
    return send(method, `${sandbox.apiUrl}${path}`, { ...bearer, ...init.headers }, init.body);
  };
  const sheet = (name: string) => {
    const found = sandbox.store.sheets.find((candidate) => candidate.name === name);
    if (!found) throw new Error(`no sheet is called ${name}`);
    return found;
  };
  return {
    ...sandbox,
    token,
    call,
    get: (path, as, assume) =>
      call("GET", path, {
        token: token(as),
        headers: assume === undefined ? {} : { "Assume-User": encodeURIComponent(assume) },
      }),
    control: (method, path, body) => send(method, `${origin}/__sandbox${path}`, {}, body),
    sheetId: (name) => String(sheet(name).id),
    columnId: (name, title) => {
      const column = sheet(name).columns.find((candidate) => candidate.title === title);
      if (!column) throw new Error(`${name} has no column ${title}`);
      return String(column.id);
    },
  };
}

async function readAnswer(response: Response): Promise<Answer> {
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.startsWith("application/json") && text !== "";
  const body = isJson ? (JSON.parse(text) as Record<string, unknown>) : { text };
  return { status: response.status, headers: response.headers, body };
}

/** `[row][column title]` → value of a sheet answer. */
export function grid(body: Record<string, unknown>): Record<string, unknown>[] {
  const columns = body.columns as { id: number; title: string }[];
  const titles = new Map(columns.map((column) => [column.id, column.title]));
  const rows = body.rows as { cells: { columnId: number; value?: unknown }[] }[];
  return rows.map((row) =>
    Object.fromEntries(row.cells.map((cell) => [titles.get(cell.columnId), cell.value])),
  );
}
