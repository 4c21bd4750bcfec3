import { describe, expect, it } from "vitest";
import { columnWords, openedWords, stateWords } from "./link-words";

describe("words about links", () => {
  it("says when a link that should open does not", () => {
    expect(stateWords({ state: "active", trouble: null }).label).toBe("Open");
    expect(stateWords({ state: "active", trouble: "Its maker is disabled." }).label).toBe("Not working");
    expect(stateWords({ state: "revoked", trouble: null }).label).toBe("Revoked");
  });

  it("counts columns and openings", () => {
    expect(columnWords({ columns: { mode: "all" }, hasRows: false })).toBe("All columns");
    expect(columnWords({ columns: { mode: "only", ids: ["1"] }, hasRows: true })).toBe("1 column, some rows");
    expect(["Never", "Once", "1,204 times"]).toEqual([0, 1, 1204].map(openedWords));
  });
});
