import { afterEach, describe, expect, it } from "vitest";
import { adapter, closeStubs, own, stub } from "./testing/http-harness";
import { sendJson } from "./testing/stub-server";

afterEach(closeStubs);

describe("lists", () => {
  it("reads page after page by totalPages, each entry once (F08)", async () => {
    const server = await stub((request, response) => {
      const page = Number(new URL(request.url, server.origin).searchParams.get("page"));
      const users = [page, page + 1].map((n) => ({ id: n, email: `u${n}@acme.test`, status: "ACTIVE" }));
      sendJson(response, { pageNumber: page, pageSize: 2, totalPages: 3, totalCount: 6, data: users });
    });
    const result = await adapter(server).listUsers(own);
    if (!result.ok) throw new Error(result.error.code);
    expect(result.value.map((user) => user.id)).toEqual(["1", "2", "3", "4"]);
    expect(server.seen).toHaveLength(3);
  });

  it("without totalPages ends at a short page, and at a page that repeats", async () => {
    for (const pages of [
      [["a", "b"], ["c"]],
      [
        ["a", "b"],
        ["c", "d"],
        ["c", "d"],
      ],
    ]) {
      const server = await stub((_, response, number) => {
        const names = pages[number - 1] ?? [];
        const data = names.map((name) => ({ id: name.charCodeAt(0), name, accessLevel: "VIEWER" }));
        sendJson(response, { pageNumber: number, pageSize: 2, totalPages: -1, totalCount: -1, data });
      });
      const result = await adapter(server).listSheets(own);
      expect(result.ok && result.value.map((sheet) => sheet.name)).toEqual([...new Set(pages.flat())]);
      expect(server.seen).toHaveLength(pages.length);
    }
  });

  it("F06 one broken entry refuses the list, and so does a failing later page", async () => {
    const broken = await stub((_, response) =>
      sendJson(response, {
        totalPages: 1,
        data: [
          { id: 1, email: "a@b.test" },
          { id: "x", email: "c@d.test" },
        ],
      }),
    );
    expect(await adapter(broken).listUsers(own)).toMatchObject({ ok: false, error: { code: "bad_answer" } });
    const failing = await stub((_, response, number) =>
      number === 1
        ? sendJson(response, { totalPages: 2, data: [{ id: 1, email: "a@b.test" }] })
        : sendJson(response, { errorCode: 1003 }, 401),
    );
    expect(await adapter(failing).listUsers(own)).toMatchObject({
      ok: false,
      error: { code: "token_expired" },
    });
  });

  it("a list with no end is given up", async () => {
    const server = await stub((_, response, number) =>
      sendJson(response, { pageSize: 1, data: [{ id: number, name: "n", accessLevel: "VIEWER" }] }),
    );
    expect(await adapter(server).listSheets(own)).toMatchObject({ ok: false, error: { code: "bad_answer" } });
    expect(server.seen).toHaveLength(500);
  });
});
