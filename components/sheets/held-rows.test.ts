import { beforeEach, describe, expect, it } from "vitest";
import { forgetRows, heldRows, holdRows } from "./held-rows";
import { rowKeys } from "./query-keys";
import type { SheetLike } from "./sheet-like";

const answer: SheetLike = {
  sheet: {
    id: "1",
    name: "Flights",
    version: 1,
    tag: "a",
    fetchedAt: "2026-11-24T08:00:00Z",
    totalRowCount: 0,
  },
  access: {},
  columns: [],
  rows: [],
};
const MEGABYTE = 1024 * 1024;
const hold = (id: string, megabytes = 1) =>
  holdRows(rowKeys.sheet(id), { tag: `tag ${id}`, answer, byteLength: megabytes * MEGABYTE });
const isHeld = (id: string) => heldRows(rowKeys.sheet(id)) !== null;

beforeEach(() => forgetRows());

describe("the sheets a tab holds", () => {
  it("F09 are few: the one used longest ago goes", () => {
    for (const id of ["1", "2", "3", "4"]) hold(id);
    hold("1");
    hold("5");
    expect(["1", "2", "3", "4", "5"].filter(isHeld)).toEqual(["1", "3", "4", "5"]);
  });

  it("F09 are bounded in bytes, and one that is too large alone is not held", () => {
    hold("1", 30);
    hold("2", 30);
    hold("3", 30);
    expect(["1", "2", "3"].filter(isHeld)).toEqual(["2", "3"]);
    hold("4", 65);
    expect(["2", "3", "4"].filter(isHeld)).toEqual([]);
  });

  it("T04 are forgotten one by one, or all when the sign-in ended", () => {
    hold("1");
    hold("2");
    hold("3");
    forgetRows(rowKeys.sheet("1"));
    expect(["1", "2", "3"].filter(isHeld)).toEqual(["2", "3"]);
    forgetRows();
    expect(["2", "3"].filter(isHeld)).toEqual([]);
  });

  it("are kept apart by how they were reached", () => {
    hold("1");
    expect(heldRows(rowKeys.viewAs("7", "1"))).toBeNull();
    expect(heldRows(rowKeys.link("1"))).toBeNull();
  });
});
