import { describe, expect, it } from "vitest";
import { addressLines } from "./address-lines";

describe("addresses typed one a line", () => {
  it("takes each once, in one spelling, whatever ends the lines", () => {
    expect(addressLines(" Vik@ACME.test\r\n\nolga@acme.test\nvik@acme.test\n")).toEqual({
      members: ["vik@acme.test", "olga@acme.test"],
      problems: [],
    });
  });

  it.each([
    "Vik Viewer",
    "vik@acme.test, olga@acme.test",
    "Vik <vik@acme.test>",
    "vïk@acme.test",
    "@acme.test",
  ])("T09 says that %j is no single plain address, and on which line", (line) => {
    const { members, problems } = addressLines(`olga@acme.test\n\n${line}`);
    expect(members).toEqual(["olga@acme.test"]);
    expect(problems).toEqual([{ line: 3, message: expect.stringContaining(line) }]);
  });

  it("keeps a plus tag: it is another address", () => {
    expect(addressLines("vik+x@acme.test\nvik@acme.test").members).toHaveLength(2);
  });
});
