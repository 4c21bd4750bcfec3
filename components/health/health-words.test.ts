import { describe, expect, it } from "vitest";
import type { Finding } from "@/lib/health/schema";
import { type HealthLine, healthSentence, inOrder } from "./health-words";

const line = (id: string, ...severities: Finding["severity"][]): HealthLine => ({
  id,
  name: id,
  href: "/",
  findings: severities.map((severity) => ({
    code: "ends_soon",
    severity,
    cause: "It ends.",
    fix: "Extend it.",
  })),
});

describe("health in words", () => {
  it("says how many need a look", () => {
    expect(healthSentence([])).toBe("Nothing to check yet");
    expect(healthSentence([line("R-1")])).toBe("The one there is is green");
    expect(healthSentence([line("R-1"), line("R-2")])).toBe("All 2 are green");
    expect(healthSentence([line("R-1", "note", "broken"), line("R-2", "warning"), line("R-3")])).toBe(
      "1 broken, 1 to look at, of 3",
    );
  });

  it("puts the worst first, and of equals the smaller number", () => {
    const lines = [
      line("R-2"),
      line("R-10", "broken"),
      line("R-9", "note", "broken"),
      line("R-3", "note"),
      line("R-4", "warning"),
    ];
    expect(inOrder(lines).map(({ id }) => id)).toEqual(["R-9", "R-10", "R-4", "R-3", "R-2"]);
  });
});
