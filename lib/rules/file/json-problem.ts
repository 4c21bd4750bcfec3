const SPACE = /[ \t\n\r]*/y;
const STRING = /"[^"\\]*(?:\\.[^"\\]*)*"/sy;
const SCALAR = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;

type Expected = "value" | "first value" | "key" | "first key" | "colon" | "next" | "end";

const HINT: Record<Expected, string> = {
  value: "A value belongs here. A comma must not stand before a closing bracket.",
  "first value": "A value or a closing bracket belongs here.",
  key: "A name in double quotes belongs here. A comma must not stand before a closing brace.",
  "first key": "A name in double quotes or a closing brace belongs here.",
  colon: "A colon belongs here.",
  next: "A comma or the closing bracket belongs here.",
  end: "Nothing may follow the end of the file's one object.",
};

/**
 * Where a text stops being JSON, as an offset, or null where it is JSON throughout. `JSON.parse` names no place for
 * many mistakes, and its words differ from one Node.js to the next. Iterative: nesting costs no stack. O(length).
 */
export function findJsonProblem(text: string): { offset: number; message: string } | null {
  const open: ("[" | "{")[] = [];
  let expected: Expected = "value";
  let offset = 0;
  const take = (pattern: RegExp) => {
    pattern.lastIndex = offset;
    const [found] = pattern.exec(text) ?? [];
    if (found === undefined || (pattern === STRING && !isJson(found))) return false;
    offset += found.length;
    return true;
  };
  const closed = (): Expected => {
    open.pop();
    return open.length === 0 ? "end" : "next";
  };

  for (;;) {
    take(SPACE);
    const sign = text[offset];
    const inside = open.at(-1);
    if (sign === undefined) return expected === "end" ? null : { offset, message: HINT[expected] };
    if ((sign === "}" && inside === "{") || (sign === "]" && inside === "[")) {
      if (!["next", "first key", "first value"].includes(expected))
        return { offset, message: HINT[expected] };
      offset += 1;
      expected = closed();
    } else if (expected === "key" || expected === "first key") {
      if (!take(STRING)) return { offset, message: HINT[expected] };
      expected = "colon";
    } else if (expected === "colon" && sign === ":") {
      offset += 1;
      expected = "value";
    } else if (expected === "next" && sign === ",") {
      offset += 1;
      expected = inside === "{" ? "key" : "value";
    } else if (expected === "value" || expected === "first value") {
      if (sign === "[" || sign === "{") {
        open.push(sign);
        offset += 1;
        expected = sign === "{" ? "first key" : "first value";
      } else if (take(STRING) || take(SCALAR)) expected = open.length === 0 ? "end" : "next";
      else return { offset, message: HINT[expected] };
    } else return { offset, message: HINT[expected] };
  }
}

/** Escapes and control characters are for the engine to judge. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (cause) {
    if (cause instanceof SyntaxError) return false;
    throw cause;
  }
}
