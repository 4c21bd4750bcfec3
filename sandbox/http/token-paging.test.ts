import { describe, expect, it } from "vitest";
import { Switches } from "../switches";
import { FROM_100, STEPS_OF_100, type Steps, tokenPage } from "./token-paging";

const items = Array.from({ length: 250 }, (_, index) => ({ id: index + 1 }));

function page(query: string, steps?: Steps, given = items, atEnd = "absent") {
  const sandbox = { switches: new Switches({ lastKeyAtEnd: atEnd }) };
  return tokenPage(given, { query: new URLSearchParams(query), sandbox }, steps);
}

describe("token paging", () => {
  it("gives 100 items a page, and every item once", () => {
    const first = page("");
    const second = page(`lastKey=${first.more.lastKey}`);
    const third = page(`lastKey=${second.more.lastKey}`);
    expect([first, second, third].map((one) => one.items.length)).toEqual([100, 100, 50]);
    expect([...first.items, ...second.items, ...third.items]).toEqual(items);
    expect(third.more).toEqual({});
  });

  it("ends with lastKey null if so switched", () => {
    expect(page("maxItems=1000", undefined, items, "null").more).toEqual({ lastKey: null });
    expect(page("maxItems=249", undefined, items, "null").more.lastKey).toEqual(expect.any(String));
  });

  it("goes on in the right place when the last item seen, or one before it, is gone", () => {
    const { more } = page("maxItems=100");
    const without = (id: number) => items.filter((item) => item.id !== id);
    expect(page(`lastKey=${more.lastKey}`, undefined, without(100)).items[0]).toEqual({ id: 101 });
    expect(page(`lastKey=${more.lastKey}`, undefined, without(3)).items[0]).toEqual({ id: 101 });
  });

  it.each([
    ["maxItems=99", FROM_100, 1229],
    ["maxItems=0", undefined, 1229],
    ["maxItems=-5", undefined, 1229],
    ["maxItems=1100", STEPS_OF_100, 1229],
    ["maxItems=150", STEPS_OF_100, 1018],
    ["maxItems=many", STEPS_OF_100, 1018],
    ["lastKey=abc", undefined, 1018],
    [`lastKey=${Buffer.from("1").toString("base64url")}`, undefined, 1018],
  ])("refuses %s", (query, steps, errorCode) => {
    expect(() => page(query, steps)).toThrow(expect.objectContaining({ status: 400, errorCode }));
  });

  it("takes what the steps allow", () => {
    expect(page("maxItems=200", STEPS_OF_100).items).toHaveLength(200);
    expect(page("maxItems=101", FROM_100).items).toHaveLength(101);
    expect(page("maxItems=1").items).toHaveLength(1);
  });
});
