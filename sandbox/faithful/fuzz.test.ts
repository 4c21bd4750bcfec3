import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { apiRoutes } from "../api/routes";
import { startForTest, type TestSandbox } from "../testing";

const SEED = 20_261_124;
const RUNS_A_ROUTE = 60;

let sandbox: TestSandbox;
let known: Record<string, string[]>;
const seen = { fine: 0, refused: 0 };
beforeAll(async () => {
  sandbox = await startForTest({ rate: 0 });
  known = await knownIds(sandbox);
});
// A fuzzed call may revoke a token or delete a sheet: the next route finds everything as it was.
beforeEach(() => sandbox.control("POST", "/reset"));
afterAll(() => sandbox.close());

/** Real ids by the name of the placeholder, so that half of the calls get past the first check. */
async function knownIds({ store }: TestSandbox): Promise<Record<string, string[]>> {
  const sheets = store.sheets.filter(({ key }) => !key.startsWith("flights"));
  const ids = (items: readonly { id: unknown }[]) => items.map(({ id }) => String(id));
  return {
    sheetId: ids(sheets),
    rowId: sheets.flatMap(({ rows }) => ids(rows).slice(0, 3)),
    columnId: sheets.flatMap(({ columns }) => ids(columns).slice(0, 3)),
    attachmentId: sheets.flatMap(({ attachments }) => ids(attachments)),
    discussionId: sheets.flatMap(({ discussions }) => ids(discussions)),
    commentId: sheets.flatMap(({ discussions }) => discussions.flatMap(({ comments }) => ids(comments))),
    userId: ids(store.people),
    groupId: ids(store.groups),
    workspaceId: ids(store.workspaces),
    folderId: ids(store.folders),
    reportId: ids(store.reports),
    sightId: ids(store.sights),
  };
}

const BAD_IDS = [
  ...["0", "-1", "1e3", "9007199254740993", "1".repeat(40), "１２３", "%00", "..%2F..", "__proto__", "NaN"],
  ...["null", "a b", "%E0%A4%A", "constructor", "1;2", "１"],
];

const NAMES = [
  ..."include exclude level page pageSize includeAll columnIds rowIds rowNumbers filterId ifVersionAfter".split(
    " ",
  ),
  ..."rowsModifiedSince modifiedSince numericDates accessApiLevel query scopes maxItems lastKey since to".split(
    " ",
  ),
  ..."streamPosition maxCount assetType assetId sharingInclude childrenResourceTypes ids email paperSize".split(
    " ",
  ),
  ..."allowPartialSuccess overrideValidation ignoreRowsNotFound paginationType objectIds".split(" "),
];

const VALUES = [
  ..."true false 0 1 2 -1 99999999999999999999 1e3 NaN null all objectValue,format SHEET sheet".split(" "),
  ...["", "2026-11-24T00:00:00Z", "275760-09-13", "+275760", "‮", "%00", "'\"<", "a,,b,", "x".repeat(5_000)],
];

const MEMBERS = [
  ..."id name cells columnId value objectValue formula hyperlink strict toTop parentId siblingId above".split(
    " ",
  ),
  ..."columns title type index options comment text comments email emails accessLevel groupId members".split(
    " ",
  ),
  ..."callbackUrl scope scopeObjectId events version subscope enabled objectId rowIds to destinationId".split(
    " ",
  ),
  ..."destinationType newName query imageId width height sortCriteria widgets __proto__ constructor".split(
    " ",
  ),
];

const scalar = () =>
  fc.oneof(
    fc.constantFrom(
      null,
      true,
      "",
      "x",
      0,
      -1,
      1.5,
      2 ** 53,
      "2026-11-24",
      "vik@acme.test",
      "=SUM(A1)",
      "\u0000",
    ),
    fc.string({ maxLength: 40 }),
    fc.integer(),
    fc.constantFrom(
      ..."ADMIN TEXT_NUMBER sheet *.* folder https://127.0.0.1:1/hook javascript:alert(1)".split(" "),
    ),
  );

/** JSON that looks like a request now and then, and like nothing at all otherwise. */
const body = () => {
  const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3 },
      scalar(),
      fc.array(tie("tree"), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...MEMBERS), tie("tree"), { maxKeys: 5 }),
    ),
  }));
  const text = tree.map((value) => JSON.stringify(value));
  return fc.oneof(
    text,
    fc.constantFrom(undefined, "", "{", "[1,", "\uFEFF{}", "[".repeat(5_000), "null"),
    fc.string(),
  );
};

const mostly = <T>(likely: T[], odd: T[]) =>
  fc.oneof(
    { arbitrary: fc.constantFrom(...likely), weight: 6 },
    { arbitrary: fc.constantFrom(...odd), weight: 1 },
  );

interface Sent {
  query: [string, string][];
  body: string | undefined;
  as: string;
  assume: string | undefined;
  accept: string;
}

async function send(method: string, path: string, sent: Sent): Promise<{ status: number; text: string }> {
  const answer = await fetch(`${sandbox.apiUrl}${path}?${new URLSearchParams(sent.query)}`, {
    method,
    headers: {
      authorization: `Bearer ${sent.as}`,
      accept: sent.accept,
      ...(sent.assume === undefined ? {} : { "assume-user": sent.assume }),
    },
    ...(sent.body === undefined ? {} : { body: sent.body }),
  });
  return { status: answer.status, text: await answer.text() };
}

describe("the sandbox answers whatever is sent, and lives on", () => {
  it.each(apiRoutes.map(({ method, path }) => [method, path]))("%s %s", async (method, path) => {
    const id = (name: string) =>
      fc.oneof(
        { arbitrary: fc.constantFrom(...(known[name]?.length ? known[name] : ["1"])), weight: 3 },
        { arbitrary: fc.constantFrom(...BAD_IDS), weight: 1 },
      );
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
    const call = fc.record({
      params: fc.tuple(...names.map(id)),
      query: fc.array(fc.tuple(fc.constantFrom(...NAMES), fc.constantFrom(...VALUES)), { maxLength: 3 }),
      body: method === "GET" ? fc.constant(undefined) : body(),
      as: mostly(
        ["dana@acme.test", "olga@acme.test", "ada@acme.test"].map((email) => sandbox.token(email)),
        [...sandbox.people.map(({ token }) => token), "no-such-token"],
      ),
      assume: mostly([undefined], ["olga%40acme.test", "vik@acme.test", "%", "nobody"]),
      accept: mostly(["application/json"], ["text/csv", "image/png", "*/*"]),
    });
    await fc.assert(
      fc.asyncProperty(call, async (sent) => {
        const params = [...sent.params];
        const filled = path.replace(/\{\w+\}/g, () => params.shift() ?? "");
        const answer = await send(method, filled, sent);
        expect(answer.status, answer.text.slice(0, 300)).toBeLessThan(500);
        seen[answer.status < 400 ? "fine" : "refused"] += 1;
        if (answer.status < 400) return;
        const error = JSON.parse(answer.text);
        expect(error).toMatchObject({ errorCode: expect.any(Number), message: expect.any(String) });
        expect(error.refId).toMatch(/^[a-z0-9]+$/);
      }),
      { seed: SEED, numRuns: RUNS_A_ROUTE },
    );
  });

  it("and does not merely refuse", async () => {
    expect(seen.fine).toBeGreaterThan(seen.refused / 10);
    expect((await sandbox.get("/users/me", "dana@acme.test")).status).toBe(200);
  });
});
