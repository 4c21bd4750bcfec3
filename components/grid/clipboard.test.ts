import { describe, expect, it } from "vitest";
import { createCellText } from "./cell-text";
import { copyRange, inertText } from "./clipboard";
import { column, row } from "./sample";

const { textOf } = createCellText({ locale: "en", timeZone: "UTC" });
const columns = [column(1, "TEXT_NUMBER"), column(2, "TEXT_NUMBER"), column(3, "TEXT_NUMBER")];
const rows = [
  row(1, null, { "1": { value: "a\tb" }, "2": { value: -5 }, "3": { value: "hidden by the range" } }),
  row(2, null, { "1": { value: '=HYPERLINK("x")' }, "2": { value: "<b>&</b>" } }),
];

describe("copyRange", () => {
  it("T12 gives tab-separated text and a table, both inert", () => {
    const copied = copyRange({
      rows,
      order: [0, 1],
      columns,
      range: { top: 0, bottom: 1, left: 0, right: 1 },
      textOf,
    });
    expect(copied.text).toBe('"a\tb"\t-5\r\n"\'=HYPERLINK(""x"")"\t<b>&</b>');
    expect(copied.html).toBe(
      "<table><tbody><tr><td>a\tb</td><td>-5</td></tr>" +
        "<tr><td>&#39;=HYPERLINK(&quot;x&quot;)</td><td>&lt;b&gt;&amp;&lt;/b&gt;</td></tr></tbody></table>",
    );
    expect(copied.text).not.toContain("hidden");
  });

  it("copies rows in the order shown and blanks as blanks", () => {
    const copied = copyRange({
      rows,
      order: [1, 0],
      columns,
      range: { top: 0, bottom: 1, left: 2, right: 2 },
      textOf,
    });
    expect(copied.text).toBe("\r\nhidden by the range");
  });
});

describe("inertText", () => {
  it.each(["=1", "+1", "-1", "@x", "\tx", "\rx"])("T12 keeps %j from running as a formula", (text) => {
    expect(inertText(text, { value: text })).toBe(`'${text}`);
  });

  it("leaves a real negative number and plain text alone", () => {
    expect(inertText("-1", { value: -1 })).toBe("-1");
    expect(inertText("a=b", { value: "a=b" })).toBe("a=b");
  });
});
