import { describe, expect, it } from "vitest";
import { readWho, whoHref } from "./who-address";
import { toWhoInput, whoFileHref } from "./who-question";

const params = (href: string) => Object.fromEntries(new URL(href, "http://localhost").searchParams);

describe("the address of who sees what", () => {
  it.each([
    { by: "sheet", sheet: "5", column: "7", row: undefined },
    { by: "sheet", sheet: "5", column: undefined, row: "8" },
    { by: "person", user: "1003" },
  ] as const)("reads back %j", (question) => {
    expect(readWho(params(whoHref(question)))).toEqual(question);
  });

  it("asks nothing until a sheet or a person is chosen", () => {
    expect(toWhoInput({ by: "sheet" })).toBeNull();
    expect(toWhoInput({ by: "person", sheet: "5" })).toBeNull();
    expect(toWhoInput({ by: "sheet", sheet: "abc" })).toHaveProperty("problem");
  });

  it("has the same answer as a file", () => {
    const asked = toWhoInput({ by: "sheet", sheet: "5", column: "7" });
    if (asked === null || !("input" in asked)) throw new Error("It asks.");
    expect(params(whoFileHref(asked.input))).toEqual({
      by: "sheet",
      sheetId: "5",
      columnId: "7",
      format: "csv",
    });
  });
});
