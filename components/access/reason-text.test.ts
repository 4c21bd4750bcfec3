import { describe, expect, it } from "vitest";
import { becauseText, denyText, missText, ownText, unreadableText } from "./reason-text";

const trace = Object.entries({ ...missText, ...unreadableText });
// Words of the code that nobody reads on a screen.
const JARGON = /principal|projection|snapshot|decision object|evaluat|rectangle|_/i;

describe("words for the codes of a decision", () => {
  // That none is missing, the type says; here, that none was forgotten half way.
  it.each(trace)("%s is told in one whole sentence", (_code, text) => {
    expect(text).toMatch(/^[A-Z].{15,}\.$/);
    expect(text).not.toMatch(JARGON);
  });

  it("tells each code apart", () => {
    const all = [...trace.map(([, text]) => text), ...Object.values(denyText)];
    expect(new Set(all).size).toBe(all.length);
    expect(trace).toHaveLength(Object.keys(missText).length + Object.keys(unreadableText).length);
  });

  it.each(Object.entries(denyText))("%s goes on after a colon", (_code, text) => {
    expect(text).toMatch(/^[a-z].{10,}[^.]$/);
    expect(text).not.toMatch(JARGON);
  });

  it.each(Object.entries(ownText))("own access %s goes on after the account", (_code, text) => {
    expect(text).toMatch(/^[a-z].*[^.]$/);
  });

  it("finds the words of both kinds of code, and shows one it does not know as it is", () => {
    expect(becauseText("ended")).toBe(missText.ended);
    expect(becauseText("invalid_masks")).toBe(unreadableText.invalid_masks);
    expect(becauseText("of_another_time" as "ended")).toBe("of_another_time");
  });
});
