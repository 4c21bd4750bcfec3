import { describe, expect, it } from "vitest";
import { safeHref } from "./links";

describe("safeHref", () => {
  it.each([
    ["https://example.test/a?b=c#d", "https://example.test/a?b=c#d"],
    ["http://example.test", "http://example.test/"],
    ["mailto:mia@acme.test", "mailto:mia@acme.test"],
    ["HTTPS://EXAMPLE.TEST/", "https://example.test/"],
  ])("opens %s", (link, wanted) => {
    expect(safeHref(link)).toBe(wanted);
  });

  it.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\nscript:alert(1)",
    "java\tscript:alert(1)",
    "\u0001javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "file:///etc/passwd",
    "blob:https://example.test/1",
    "//example.test/a",
    "/sheets/1",
    "example.test",
    "",
  ])("T12 opens nothing for %j", (link) => {
    expect(safeHref(link)).toBeNull();
  });
});
