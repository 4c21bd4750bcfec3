import { describe, expect, it } from "vitest";
import { assumeUserHeader } from "./assumed-address";

describe("I07 the assumed address", () => {
  it("is encoded once", () => {
    expect(assumeUserHeader("jane.doe@smartsheet.com")).toBe("jane.doe%40smartsheet.com");
    expect(assumeUserHeader("a+b'c@x.test")).toBe("a%2Bb'c%40x.test");
    expect(assumeUserHeader("a%40b@x.test")).toBe("a%2540b%40x.test");
  });

  it.each([
    "",
    "jane",
    "@x.test",
    "jane@",
    "a@b@c.test",
    "a@x.test,b@x.test",
    "a@x.test;b@x.test",
    "a@x.test b@x.test",
    " a@x.test",
    "a@x.test\r\nX: 1",
    "a\u0000@x.test",
    '"a"@x.test',
    "<a@x.test>",
    "a\u00e4@x.test",
    "a@x\u200b.test",
    "\uff41@x.test",
    `${"a".repeat(250)}@x.test`,
  ])("refuses %j", (text) => {
    expect(assumeUserHeader(text)).toBeNull();
  });
});
