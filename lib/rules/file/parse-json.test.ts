import { describe, expect, it } from "vitest";
import { fileOf, PERMIT, parsed, problemsOf } from "./file.test-helper";
import { parseRuleFile } from "./parse";

describe("a rule file in JSON", () => {
  const rule = JSON.stringify(parsed(fileOf(PERMIT)).rules[0]?.input, null, "\t");

  it("is read, tabs and all", () => {
    const text = `{\n\t"version": 1,\n\t"rules": [${rule}]\n}`;
    expect(parseRuleFile(text, "json")).toMatchObject({ ok: true, value: { rules: [{ line: 3 }] } });
  });

  const REFUSED: [string, string, RegExp][] = [
    ["a comma before the end", '{\n "version": 1,\n}', /^3:1 : A name in double quotes/],
    ["a comma before the end of a list", '{"version": 1, "rules": [1,]}', /^1:28 : A value belongs here/],
    ["comments", '{"version": 1 // one\n}', /^1:15 : A comma or the closing/],
    ["single quotes", "{'version': 1}", /^1:2 : A name in double quotes/],
    ["what is cut off", '{"version": 1', /^1:14 : A comma or the closing/],
    ["two objects", "{} {}", /^1:4 : Nothing may follow/],
    ["a bad escape", '{"version": "\\x"}', /^1:13 : A value belongs here/],
    ["YAML", "version: 1", /^1:1 : A value belongs here/],
    ["a name twice", '{"version": 1,\n"version": 1}', /^2:1 : This name stands here twice/],
    [
      "nesting without end",
      `{"version": ${"[".repeat(100_000)}${"]".repeat(100_000)}}`,
      /^1:\d+ : Nest at most/,
    ],
  ];
  for (const [what, text, wanted] of REFUSED)
    it(`refuses ${what}`, () => expect(problemsOf(text, "json")[0]).toMatch(wanted));
});
