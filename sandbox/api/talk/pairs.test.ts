import { existsSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { list, startTalk, type TalkSandbox, type Wire } from "./talk-world.test-helper";

/** Requests and answers of the test suite of Smartsheet's SDKs. They lie beside the project, not in it. */
const FILE = new URL("../../../../shared/smartsheet/sdk-test-scenarios.json", import.meta.url);
const isThere = existsSync(FILE);

interface Pair {
  scenario: string;
  request: { method: string; urlPath: string; body?: unknown };
  response: { status?: number; jsonBody: unknown };
}

function readPairs(): Pair[] {
  const file = JSON.parse(readFileSync(FILE, "utf8")) as Pair[] | { scenarios: Pair[] };
  return Array.isArray(file) ? file : file.scenarios;
}

/** Members of an answer, lists by their first item: `result.createdBy.email`. */
function members(value: unknown, path = ""): string[] {
  if (Array.isArray(value)) return members(value[0], `${path}[]`);
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([name, inner]) => members(inner, path ? `${path}.${name}` : name));
}

const why = isThere ? "" : " (skipped: their file does not lie beside the project)";

describe.skipIf(!isThere)(`the SDKs' own test pairs${why}`, () => {
  let sandbox: TalkSandbox;
  beforeAll(async () => {
    sandbox = await startTalk();
  });
  afterAll(() => sandbox.close());

  /** What the pairs call sheet 1 and row 2 has other ids here, and the image is the one in the sheet. */
  async function translate({ request }: Pair) {
    const { body } = await sandbox.as("olga", "GET", sandbox.row(2));
    const [{ image } = {}] = list(body.cells);
    const imageId = (image as Wire).id;
    const path = request.urlPath
      .replace("/sheets/1/rows/2", sandbox.row(2))
      .replace("/sheets/1/", `${sandbox.sheet}/`);
    return {
      path,
      body: JSON.parse(JSON.stringify(request.body ?? null).replaceAll('"abc"', `"${imageId}"`)),
    };
  }

  it.each([
    "Serialization - Attachment",
    "Serialization - Discussion",
    "Serialization - Image",
    "Serialization - Image Urls",
  ])("%s", async (name) => {
    const pair = readPairs().find(({ scenario }) => scenario === name);
    if (!pair) throw new Error(`the pairs do not hold ${name}`);
    const { path, body } = await translate(pair);
    const answer = await sandbox.as("olga", pair.request.method, path, body ?? undefined);
    expect(answer.status).toBe(pair.response.status ?? 200);
    expect(members(answer.body)).toEqual(expect.arrayContaining(members(pair.response.jsonBody)));
    expect(answer.headers.get("content-type")).toBe("application/json;charset=UTF-8");
  });
});
