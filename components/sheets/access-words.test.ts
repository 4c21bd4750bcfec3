import { describe, expect, it } from "vitest";
import { allowedWords, countWords, listWords } from "./access-words";

describe("words about access", () => {
  it("joins as one speaks", () => {
    expect(listWords([])).toBe("");
    expect(listWords(["a"])).toBe("a");
    expect(listWords(["a", "b"])).toBe("a and b");
    expect(listWords(["a", "b", "c"])).toBe("a, b and c");
  });

  it("says what is allowed in words", () => {
    expect(allowedWords(["read", "share"])).toBe("read it and share it by a link");
  });

  it("counts with separators and the right number", () => {
    expect(countWords(1, "row", "rows", "en")).toBe("1 row");
    expect(countWords(20_000, "row", "rows", "en")).toBe("20,000 rows");
  });
});
