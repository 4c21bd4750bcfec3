import { readFileSync, writeFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { fileOf, PERMIT } from "./file.test-helper";
import { ruleFileSchema } from "./json-schema";
import { parseRuleFile } from "./parse";
import { runFileTests } from "./run-tests";

const SCHEMA = "docs/rules.schema.json";
const DOCS = "docs/rules-as-code.md";

describe("the published JSON Schema", () => {
  it("is the one the shapes give (UPDATE_DOCS=1 writes it anew)", () => {
    const text = `${JSON.stringify(ruleFileSchema(), null, 2)}\n`;
    if (process.env.UPDATE_DOCS) writeFileSync(SCHEMA, text);
    expect(JSON.parse(readFileSync(SCHEMA, "utf8"))).toEqual(JSON.parse(text));
  });

  it("takes a good file and refuses a bad one", () => {
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(ruleFileSchema());
    expect(validate(parse(fileOf(PERMIT)))).toBe(true);
    expect(validate(parse(fileOf(PERMIT.replace("mode: only", "mode: onyl"))))).toBe(false);
    expect(validate(parse(fileOf(`${PERMIT}    colour: red\n`)))).toBe(false);
  });
});

describe("the example in the docs", () => {
  const [, example = ""] = /```yaml\n(# rules\.yaml\n[\s\S]*?)```/.exec(readFileSync(DOCS, "utf8")) ?? [];

  it("is read, fits the schema, and its tests pass", () => {
    const file = parseRuleFile(example, "yaml");
    if (!file.ok) return expect(file.error).toEqual([]);
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(ruleFileSchema());
    expect(validate(parse(example)), JSON.stringify(validate.errors)).toBe(true);
    expect(file.value.rules.length).toBeGreaterThanOrEqual(3);
    const outcomes = runFileTests(file.value, { now: "2026-11-24T09:00:00Z", timeZone: "UTC" });
    expect(outcomes.flatMap(({ failures }) => failures)).toEqual([]);
    expect(outcomes.length).toBeGreaterThanOrEqual(3);
  });
});
