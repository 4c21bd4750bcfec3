import type { ZodError } from "zod";
import type { Problem } from "../problems";

type Issue = ZodError["issues"][number];

/** What a check of one file found, in words. */
export function problemsOf(file: string, error: ZodError): Problem[] {
  return error.issues.flatMap((issue) => spelled(issue).map((one) => ({ file, ...one })));
}

function spelled(issue: Issue): Pick<Problem, "path" | "says">[] {
  const { path } = issue;
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({
        path: [...path, key],
        says: "is no field here. Correct its name (see sandbox/scenarios/README.md) or take it out.",
      }));
    case "invalid_type":
      return [
        {
          path,
          says: `${found(issue.input, issue.expected)}. Write ${KINDS[issue.expected] ?? issue.expected}.`,
        },
      ];
    case "invalid_value":
      return [
        { path, says: `${found(issue.input, "")}. Write one of ${issue.values.map(String).join(", ")}.` },
      ];
    case "invalid_union": {
      const meant = nearest(issue.errors);
      if (meant) return meant.flatMap(spelled).map((one) => ({ ...one, path: [...path, ...one.path] }));
      const wanted = [...new Set(issue.errors.flatMap(kinds))].map((kind) => KINDS[kind] ?? kind);
      return [{ path, says: `${found(issue.input, "")}. Write ${wanted.join(" or ")}.` }];
    }
    default:
      return [{ path, says: issue.message }];
  }
}

const KINDS: Record<string, string> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
  null: "null",
};

function found(input: unknown, expected: string): string {
  if (input === undefined) return "is missing";
  if (typeof input === "string" && expected === "") return `is ${JSON.stringify(input.slice(0, 60))}`;
  const kind = input === null ? "null" : Array.isArray(input) ? "array" : typeof input;
  return `is ${KINDS[kind] ?? kind}`;
}

/** Of several forms a value may have, the one it was meant to be: of the right kind, wrong further in. */
function nearest(branches: Issue[][]): Issue[] | undefined {
  return branches.find((issues) => kinds(issues).length === 0);
}

/** The kinds of value a form takes, where the value was of none of them. */
function kinds(issues: Issue[]): string[] {
  return issues
    .filter(({ path }) => path.length === 0)
    .flatMap((issue) => {
      if (issue.code === "invalid_type") return [issue.expected];
      return issue.code === "invalid_union" && !nearest(issue.errors) ? issue.errors.flatMap(kinds) : [];
    });
}
