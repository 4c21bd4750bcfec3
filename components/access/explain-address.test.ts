import { describe, expect, it } from "vitest";
import { explainHref, readExplain } from "./explain-address";
import { toExplainInput } from "./explain-question";

describe("the address of a question", () => {
  const whole = { user: "1003", sheet: "5", action: "export", at: "2026-12-24T18:00:00+01:00", own: "yes" };

  it("is read back as it was written, offset and all", () => {
    const address = new URL(explainHref(whole), "http://localhost");
    expect(readExplain(Object.fromEntries(address.searchParams))).toEqual(whole);
  });

  it("becomes the question for the service, with what was left out filled in", () => {
    expect(toExplainInput({ user: "1003", sheet: "5" })).toEqual({
      input: { userId: "1003", sheetId: "5", action: "read", own: "no" },
    });
    expect(toExplainInput(whole)).toMatchObject({ input: { action: "export", own: "yes", at: whole.at } });
  });

  it("asks nothing while it is half written", () => {
    expect(toExplainInput({ user: "1003" })).toBeNull();
    expect(toExplainInput(readExplain({ user: ["1003", "1004"], sheet: "5" }))).toBeNull();
  });

  it.each([{ action: "write" }, { at: "tomorrow" }, { own: "maybe" }, { sheet: "abc" }])(
    "refuses %j",
    (over) => {
      expect(toExplainInput({ user: "1003", sheet: "5", ...over })).toHaveProperty("problem");
    },
  );
});
