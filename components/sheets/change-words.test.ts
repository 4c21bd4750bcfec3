import { expect, it } from "vitest";
import { changeWords } from "./change-words";

it.each([
  [{ changed: 3, added: 0, removed: 0 }, "3 rows changed"],
  [{ changed: 1, added: 0, removed: 0 }, "1 row changed"],
  [{ changed: 2, added: 1, removed: 1200 }, "2 rows changed, 1 row added and 1,200 rows removed"],
  [{ changed: 0, added: 0, removed: 0 }, ""],
])("%o is said as %s", (counts, words) => {
  expect(changeWords(counts, "en-GB")).toBe(words);
});
