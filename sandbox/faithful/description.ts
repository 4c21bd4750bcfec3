import { existsSync, readFileSync } from "node:fs";
import { Ajv2019, type ErrorObject, type ValidateFunction } from "ajv/dist/2019.js";

/** Smartsheet's published API description. It lies beside the project, not in it: without it these tests are skipped. */
export const DESCRIPTION = new URL("../../../shared/smartsheet/openapi.json", import.meta.url);

export const hasDescription = existsSync(DESCRIPTION);

type Schema = Record<string, unknown>;

/** Described in two parts of an `allOf` at once, each with some of its members: the one of an event and of its kind. */
const SPREAD = new Set(["additionalDetails"]);

const ERROR: Schema = { $ref: "#/components/schemas/Error" };
type Operation = { responses: Record<string, { content?: Record<string, { schema?: Schema }> }> };

/** One place where an answer is not what the description says. */
export interface Finding {
  /** JSON pointer with `*` for list places. */
  at: string;
  /** `unknown` for a member the description lacks, else what ajv says. */
  problem: string;
}

export interface Description {
  knows(method: string, path: string): boolean;
  /** What is wrong with an answer; `status` from 400 on is held against the error shape. */
  check(method: string, path: string, status: number, body: unknown): Finding[];
}

export function readDescription(): Description {
  const document = JSON.parse(readFileSync(DESCRIPTION, "utf8")) as {
    paths: Record<string, Record<string, Operation>>;
    components: { schemas: Record<string, Schema> };
  };
  const named = document.components.schemas;
  const close = closer(named);
  const components = {
    schemas: Object.fromEntries(Object.entries(named).map(([name, it]) => [name, close.inside(it)])),
  };
  // The description writes `nullable` and formats such as binary, which are not JSON Schema's own words.
  const ajv = new Ajv2019({ strict: false, allErrors: true, verbose: true, validateFormats: false });
  const compiled = new WeakMap<Schema, ValidateFunction>();
  const compile = (schema: Schema) => {
    const known = compiled.get(schema) ?? ajv.compile({ ...schema, components });
    compiled.set(schema, known);
    return known;
  };
  const operation = (method: string, path: string) => document.paths[path]?.[method.toLowerCase()];
  const validators = new Map<string, ValidateFunction>();

  return {
    knows: (method, path) => operation(method, path) !== undefined,
    check(method, path, status, body) {
      const responses = operation(method, path)?.responses ?? {};
      const response = responses[String(status)] ?? (status >= 400 ? responses.default : responses["200"]);
      // Where a call lists no errors of its own, they have the general shape.
      const schema = response?.content?.["application/json"]?.schema ?? (status >= 400 ? ERROR : undefined);
      if (!schema) return [{ at: "", problem: `no ${status} is described` }];
      const key = `${method} ${path} ${status >= 400 ? "error" : status}`;
      let validate = validators.get(key);
      if (!validate) {
        validate = compile(close.whole(schema));
        validators.set(key, validate);
      }
      return findings(validate, body, compile);
    },
  };
}

type Compile = (schema: Schema) => ValidateFunction;

function findings(validate: ValidateFunction, value: unknown, compile: Compile): Finding[] {
  if (validate(value)) return [];
  const errors = validate.errors ?? [];
  const choices = new Set(errors.filter(isChoice).map(({ instancePath }) => instancePath));
  const seen = new Map<string, Finding>();
  const add = (finding: Finding) => seen.set(`${finding.at} ${finding.problem}`, finding);
  for (const error of errors) {
    // What is wrong inside a choice is told by the branch that fits best.
    const from = isChoice(error) ? parentOf(error.instancePath) : error.instancePath;
    if (isWithin(from, choices)) continue;
    const base = starred(error.instancePath);
    if (isChoice(error))
      for (const finding of best(error, compile)) add({ ...finding, at: base + finding.at });
    else if (error.keyword === "unevaluatedProperties")
      add({ at: `${base}/${String(error.params.unevaluatedProperty)}`, problem: "unknown" });
    else add({ at: base, problem: error.message ?? error.keyword });
  }
  return [...seen.values()];
}

const isChoice = ({ keyword }: ErrorObject) => keyword === "anyOf";

const parentOf = (path: string): string | null => (path === "" ? null : path.slice(0, path.lastIndexOf("/")));

function isWithin(path: string | null, choices: ReadonlySet<string>): boolean {
  for (let at = path; at !== null; at = parentOf(at)) if (choices.has(at)) return true;
  return false;
}

/** Of a failed choice, what is wrong under the branch that fits best. */
function best(choice: ErrorObject, compile: Compile): Finding[] {
  const branches = (choice.schema as Schema[]).map((branch) =>
    findings(compile(branch), choice.data, compile),
  );
  return branches.sort((a, b) => a.length - b.length)[0] ?? [];
}

function starred(pointer: string): string {
  return pointer.replace(/\/\d+(?=\/|$)/g, "/*");
}

/**
 * Makes members the description does not name an error. `whole` is for a schema that stands for a whole value, `inside`
 * for one that may be a part of an `allOf`, where the other parts know more members.
 */
function closer(named: Record<string, Schema>) {
  const resolve = (schema: Schema): Schema => {
    const name = String(schema.$ref ?? "").replace("#/components/schemas/", "");
    return named[name] ? resolve(named[name]) : schema;
  };
  const inside = (schema: Schema): Schema => {
    const changed: Schema = {};
    for (const [word, value] of Object.entries(schema)) {
      if (word === "properties" && isRecord(value))
        changed.properties = Object.fromEntries(
          Object.entries(value).map(([name, member]) => [
            name,
            isRecord(member) && !SPREAD.has(name) ? whole(member) : member,
          ]),
        );
      else if (word === "items" && isRecord(value)) changed.items = whole(value);
      else if (word === "allOf" && Array.isArray(value)) changed.allOf = value.map(inside);
      // With hardly any required members nearly every object fits several branches, so one is enough.
      else if ((word === "oneOf" || word === "anyOf") && Array.isArray(value))
        changed.anyOf = value.map(inside);
      else if (word !== "discriminator" && word !== "example") changed[word] = value;
    }
    return changed;
  };
  const whole = (schema: Schema): Schema => {
    const plain = resolve(schema);
    const branches = plain.oneOf ?? plain.anyOf;
    if (Array.isArray(branches) && !plain.properties && !plain.allOf) return { anyOf: branches.map(whole) };
    const holdsMembers = plain.properties ?? plain.allOf ?? plain.anyOf ?? plain.oneOf;
    const changed = inside(schema);
    return holdsMembers ? { ...changed, unevaluatedProperties: false } : changed;
  };
  return { inside, whole };
}

function isRecord(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
