import { createClient } from "smartsheet";
import { describe, expect, it } from "vitest";
import { startForTest, type TestSandbox } from "../../testing";
import {
  ADMIN,
  ASSUMED,
  hasPairs,
  LEFT_OUT,
  MEMBERS_LEFT_OUT,
  OWNER,
  type Pair,
  prepare,
  readPairs,
  worldFor,
} from "./sdk-scenarios.test-helper";

type Wire = Record<string, unknown>;

/** How the SDK makes a call of a pair: by method and path without its ids. */
const CALLS: Record<string, string> = {
  "GET /sheets": "listSheets",
  "POST /sheets": "createSheet",
  "GET /sheets/#": "getSheet",
  "PUT /sheets/#": "updateSheet",
  "POST /sheets/#/rows": "addRows",
  "PUT /sheets/#/rows": "updateRow",
  "GET /sheets/#/rows/#": "getRow",
  "POST /sheets/#/rows/copy": "copyRowToAnotherSheet",
  "POST /sheets/#/rows/move": "moveRowToAnotherSheet",
  "POST /sheets/#/emails": "sendSheetViaEmail",
  "POST /sheets/#/rows/emails": "sendRows",
  "POST /sheets/#/columns": "addColumn",
  "PUT /sheets/#/columns/#": "updateColumn",
  "GET /sheets/#/automationrules": "listAutomationRules",
  "GET /sheets/#/automationrules/#": "getAutomationRule",
  "PUT /sheets/#/automationrules/#": "updateAutomationRule",
  "DELETE /sheets/#/automationrules/#": "deleteAutomationRule",
  "POST /sheets/#/crosssheetreferences": "createCrossSheetReference",
};

/** The last id of a path under the name the SDK has for it. */
function idsOf(path: string): Wire {
  const [, , sheetId, part, id] = path.split("/");
  const name = { rows: "rowId", columns: "columnId", automationrules: "automationRuleId" }[part ?? ""];
  return { ...(sheetId ? { sheetId } : {}), ...(name && id ? { [name]: id } : {}) };
}

/** Plays a pair with the official SDK; a refusal comes back as the object the SDK rejects with. */
async function play(sandbox: TestSandbox, { request }: Pair): Promise<{ status: number; body: Wire }> {
  const { method, urlPath, queryParameters, headers, body } = request;
  const kind = `${method} ${urlPath.replace(/\d+/g, "#")}`;
  const name = CALLS[kind];
  if (!name) throw new Error(`no call of the SDK is known for ${kind}`);
  const assumes = headers?.["Assume-User"] !== undefined;
  const { sheets } = createClient({
    accessToken: sandbox.token(assumes ? ADMIN : OWNER),
    baseUrl: `${sandbox.apiUrl}/`,
  });
  const changeAgent = headers?.["Smartsheet-Change-Agent"];
  const options = {
    ...idsOf(urlPath),
    ...(queryParameters ? { queryParameters } : {}),
    ...(body === undefined ? {} : { body }),
    ...(assumes ? { assumeUser: ASSUMED } : {}),
    ...(changeAgent ? { changeAgent } : {}),
  };
  try {
    return { status: 200, body: await sheets[name](options) };
  } catch (refusal) {
    const { statusCode, ...rest } = refusal as Wire;
    return { status: Number(statusCode), body: rest };
  }
}

/** Every member of a body as a path; the entries of a list stand for each other. */
function members(value: unknown, path = ""): string[] {
  if (Array.isArray(value)) return value.flatMap((entry) => members(entry, path));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const inner = path === "" ? name : `${path}.${name}`;
    return [inner, ...members(member, inner)];
  });
}

const pairs = readPairs();
const played = pairs.filter(({ scenario }) => !(scenario in LEFT_OUT));

describe.skipIf(!hasPairs)(
  "the official SDK's own test suite (skipped where its file is not at hand)",
  () => {
    it("has every pair that is left out", () => {
      const names = pairs.map(({ scenario }) => scenario);
      const missing = [...Object.keys(LEFT_OUT), ...Object.keys(MEMBERS_LEFT_OUT)].filter(
        (name) => !names.includes(name),
      );
      expect(missing).toEqual([]);
      expect(played.length).toBeGreaterThan(40);
    });

    it.each(played.map((pair) => [pair.scenario, pair] as const))("plays: %s", async (scenario, pair) => {
      const sandbox = await startForTest({ rate: 0, scenario: worldFor(pair) });
      prepare(sandbox.store, pair);
      const answer = await play(sandbox, pair);
      await sandbox.close();
      const { status = 200, jsonBody = {} } = pair.response;
      expect({ status: answer.status, errorCode: answer.body.errorCode }).toEqual({
        status,
        errorCode: jsonBody.errorCode,
      });
      const sent = new Set(members(answer.body));
      const absent = [...new Set(members(jsonBody))].filter((member) => !sent.has(member));
      expect(absent).toEqual(MEMBERS_LEFT_OUT[scenario]?.members ?? []);
    });
  },
);
