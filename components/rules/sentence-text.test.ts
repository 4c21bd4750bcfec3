import { describe, expect, it } from "vitest";
import { drawn, names, neverBelow } from "./logic.test-helper";
import { sentenceText } from "./sentence-text";

describe("a rule in one line", () => {
  it("reads as its sentence, with columns as a list and the day the installation's zone has", () => {
    expect(sentenceText({ ...drawn, ticket: "HR-4" }, names, "Europe/Berlin")).toBe(
      "Vik Viewer may read the sheet Payroll 2026 as Olga Owner, the columns Person, Department, in rows where Contact is the viewer, until 31 Dec 2026, because works-council review of bonus plan (ticket HR-4).",
    );
  });

  it("says whose view a forbid over a folder goes by", () => {
    expect(sentenceText(neverBelow, names, "UTC")).toMatch(
      /^Vik Viewer may never read any sheet in the folder Board papers, also later ones, as seen by Olga Owner, all columns but Agenda/,
    );
  });
});
