import { describe, expect, it } from "vitest";
import type { SheetListLine } from "@/lib/sheets/answer";
import { byName, chosenLines, type ListChoice, nextListSort } from "./list-order";

const line = (id: string, name: string, more: Partial<SheetListLine> = {}): SheetListLine => ({
  id,
  name,
  via: "own",
  rules: [],
  expiresAt: null,
  modifiedAt: null,
  assumedNames: [],
  ...more,
});

const lines = [
  line("1", "Sheet 10", { modifiedAt: "2026-11-20T00:00:00Z" }),
  line("2", "sheet 9", { via: "delegated", expiresAt: "2027-01-01T00:00:00Z", assumedNames: ["Olga Owner"] }),
  line("3", "Möss", {
    via: "delegated",
    expiresAt: "2026-12-01T00:00:00Z",
    assumedNames: ["Dana Data"],
    modifiedAt: "2026-11-21T00:00:00Z",
  }),
];

const ids = (choice: Partial<ListChoice>) =>
  chosenLines(lines, { query: "", reach: "all", favourites: null, sort: byName, ...choice }).map(
    ({ id }) => id,
  );

describe("chosenLines", () => {
  it("sorts names as people count: 9 before 10, without case", () => {
    expect(ids({})).toEqual(["3", "2", "1"]);
  });

  it("finds words of a name without case and accents", () => {
    expect(ids({ query: "moss" })).toEqual(["3"]);
    expect(ids({ query: "10 SHEET" })).toEqual(["1"]);
  });

  it("does not look at whose access is used", () => {
    expect(ids({ query: "olga" })).toEqual([]);
  });

  it("keeps one way of reaching, or only the starred", () => {
    expect(ids({ reach: "delegated" })).toEqual(["3", "2"]);
    expect(ids({ favourites: new Set(["1", "9"]) })).toEqual(["1"]);
    expect(ids({ favourites: new Set() })).toEqual([]);
  });

  it("puts the unknown last both ways", () => {
    expect(ids({ sort: { key: "until", direction: "ascending" } })).toEqual(["3", "2", "1"]);
    expect(ids({ sort: { key: "until", direction: "descending" } })).toEqual(["2", "3", "1"]);
    expect(ids({ sort: { key: "changed", direction: "descending" } })).toEqual(["3", "1", "2"]);
  });
});

describe("nextListSort", () => {
  it("turns round, then goes back to names", () => {
    const first = nextListSort(byName, "until");
    const second = nextListSort(first, "until");
    expect([first, second, nextListSort(second, "until")]).toEqual([
      { key: "until", direction: "ascending" },
      { key: "until", direction: "descending" },
      byName,
    ]);
  });

  it("shows the newest change first", () => {
    const first = nextListSort(byName, "changed");
    expect(first.direction).toBe("descending");
    expect(nextListSort(first, "changed").direction).toBe("ascending");
    expect(nextListSort(nextListSort(first, "changed"), "changed")).toEqual(byName);
  });
});
