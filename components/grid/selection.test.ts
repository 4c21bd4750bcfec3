import { describe, expect, it } from "vitest";
import { type Command, commandFor, type KeyContext } from "./keyboard";
import { clamp, EDGE, edgesAt, isSingle, rangeOf } from "./selection";

const bounds = { rowCount: 100, columnCount: 5, pageRows: 20 };
const base: KeyContext = {
  ...bounds,
  active: { row: 10, column: 2 },
  isPrimary: false,
  isFolded: null,
  parentRow: null,
  isRange: false,
};

function press(keys: string, context: Partial<KeyContext> = {}): Command | null {
  const parts = keys.split("+");
  return commandFor(
    {
      key: (parts.at(-1) ?? "").replace("Space", " "),
      shiftKey: parts.includes("Shift"),
      altKey: parts.includes("Alt"),
      ctrlKey: parts.includes("Ctrl"),
      metaKey: parts.includes("Meta"),
    },
    { ...base, ...context },
  );
}
const to = (row: number, column: number, extend = false): Command => ({
  do: "move",
  to: { row, column },
  extend,
});

describe("ranges", () => {
  it("span from the anchor to the active cell, in any direction", () => {
    expect(rangeOf({ row: 5, column: 3 }, { row: 2, column: 4 })).toEqual({
      top: 2,
      bottom: 5,
      left: 3,
      right: 4,
    });
    expect(isSingle(rangeOf({ row: 1, column: 1 }, { row: 1, column: 1 }))).toBe(true);
  });

  it("know their borders", () => {
    const range = { top: 1, bottom: 3, left: 1, right: 1 };
    expect(edgesAt(range, 1, 1)).toBe(EDGE.top | EDGE.left | EDGE.right);
    expect(edgesAt(range, 2, 1)).toBe(EDGE.left | EDGE.right);
    expect(edgesAt(range, 0, 1)).toBe(-1);
    expect(edgesAt(null, 0, 0)).toBe(-1);
  });

  it("stay inside the sheet and, but for the header, below it", () => {
    expect(clamp({ row: -5, column: 9 }, bounds, true)).toEqual({ row: -1, column: 4 });
    expect(clamp({ row: -5, column: 9 }, bounds, false)).toEqual({ row: 0, column: 4 });
    expect(clamp({ row: 0, column: 0 }, { ...bounds, rowCount: 0 }, false)).toEqual({ row: -1, column: 0 });
  });
});

describe("keys", () => {
  const moves: [string, Command][] = [
    ["ArrowUp", to(9, 2)],
    ["ArrowDown", to(11, 2)],
    ["ArrowLeft", to(10, 1)],
    ["ArrowRight", to(10, 3)],
    ["Home", to(10, 0)],
    ["End", to(10, 4)],
    ["Ctrl+Home", to(0, 0)],
    ["Meta+End", to(99, 4)],
    ["Ctrl+ArrowDown", to(99, 2)],
    ["PageDown", to(30, 2)],
    ["PageUp", to(0, 2)],
    ["Shift+ArrowDown", to(11, 2, true)],
    ["Shift+Ctrl+End", to(99, 4, true)],
  ];
  it.each(moves)("%s", (keys, wanted) => {
    expect(press(keys)).toEqual(wanted);
  });

  it("reach the header from the first row, but not while a range is drawn", () => {
    const active = { row: 0, column: 2 };
    expect(press("ArrowUp", { active })).toEqual(to(-1, 2));
    expect(press("Shift+ArrowUp", { active })).toEqual(to(0, 2, true));
    expect(press("PageUp", { active: { row: 5, column: 2 } })).toEqual(to(0, 2));
  });

  it("sort and resize in the header", () => {
    const active = { row: -1, column: 2 };
    expect(press("Enter", { active })).toEqual({ do: "sort" });
    expect(press("Space", { active })).toEqual({ do: "sort" });
    expect(press("Alt+ArrowLeft", { active })).toEqual({ do: "resize", by: -16 });
  });

  it("fold and unfold a parent with Alt anywhere, with plain arrows on the primary column", () => {
    expect(press("Alt+ArrowLeft", { isFolded: false })).toEqual({ do: "fold", folded: true });
    expect(press("Alt+ArrowLeft")).toBeNull();
    const primary = { isPrimary: true, active: { row: 10, column: 0 } };
    expect(press("ArrowRight", { ...primary, isFolded: true })).toEqual({ do: "fold", folded: false });
    expect(press("ArrowLeft", { ...primary, isFolded: false })).toEqual({ do: "fold", folded: true });
    expect(press("ArrowRight", { ...primary, isFolded: false })).toEqual(to(10, 1));
    expect(press("ArrowLeft", { ...primary, parentRow: 7 })).toEqual(to(7, 0));
  });

  it("select all, a row and a column", () => {
    expect(press("Ctrl+a")).toEqual({ do: "select", what: "all" });
    expect(press("Shift+Space")).toEqual({ do: "select", what: "row" });
    expect(press("Ctrl+Space")).toEqual({ do: "select", what: "column" });
  });

  it("leave to the browser what is not the grid's", () => {
    for (const keys of ["Ctrl+f", "Ctrl+c", "Tab", "x", "Escape", "Ctrl+PageDown", "F5"])
      expect(press(keys)).toBeNull();
    expect(press("Escape", { isRange: true })).toEqual({ do: "collapse" });
  });
});
