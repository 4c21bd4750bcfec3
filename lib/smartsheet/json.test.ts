import { describe, expect, it } from "vitest";
import { openJson, rowBatches } from "./json";

const LONG = "x".repeat(3_000_000);

async function read(text: string): Promise<unknown> {
  const document = await openJson(Buffer.from(text));
  const rows: unknown[] = [];
  for await (const batch of rowBatches(document)) if (Array.isArray(batch)) rows.push(...batch);
  return { ...(document.root as object), rows };
}

describe("a large document", () => {
  it.each([
    `{"rows":[{"a":"${LONG}"}]}`,
    `{"rows":[{"a":"${LONG}"},{"b":1}],"after":[2,3]}`,
    `{"name":"${LONG}","rows":[]}`,
    `{"in":{"rows":[9]},"rows":"${LONG}","x":["rows",[8]]}`.replace(
      /"rows":"x+"/,
      `"n":"${LONG}","rows":[1]`,
    ),
    `{"a\\"rows":["${LONG}"],"b\\\\":[{"rows":[7]}],"rows" : [ "\u00e4]", [1,[2]] ] }`,
  ])("comes out as from JSON.parse (case %#)", async (text) => {
    expect(await read(text)).toEqual(JSON.parse(text));
  });

  it.each([
    `{"rows":[{"a":"${LONG}"}, ]}`,
    `{"rows":[ ,{"a":"${LONG}"}]}`,
    `{"rows":[{"a":"${LONG}"}]`,
    `{"rows":[{"a":"${LONG}"}}}`,
    `{"rows":[{"a":"${LONG}"}]]}`,
    `{"rows":[{"a":"${LONG}}]}`,
    `[{"rows":["${LONG}"]}`,
    `{"rows":[{"a":"${LONG}"}]}{}`,
  ])("F06 is refused as by JSON.parse (case %#)", async (text) => {
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
    await expect(read(text)).rejects.toThrow(SyntaxError);
  });

  it("I14 keeps every integer a number cannot hold, and only those, as text", async () => {
    const numbers =
      "[9007199254740991,9007199254740992,-9007199254740993,1e3,0.12345678901234567,123456789012345678]";
    for (const padding of ["", LONG]) {
      expect(await read(`{"n":"${padding}","rows":${numbers}}`)).toMatchObject({
        rows: [
          9007199254740991,
          "9007199254740992",
          "-9007199254740993",
          1000,
          Number("0.12345678901234567"),
          "123456789012345678",
        ],
      });
    }
  });
});
