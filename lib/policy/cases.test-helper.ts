import { expect, it } from "vitest";
import { decide } from "./decide";
import { facts, request } from "./sample.test-helper";
import type { AccessRequest, AnyRule, Facts } from "./types";

/** One line of a table: what is asked under which rules, what must come out, and which rules must have decided. */
export interface Case {
  about: string;
  rules: AnyRule[];
  request?: Partial<AccessRequest>;
  facts?: Partial<Facts>;
  /** `own`, `delegated` or the reason of a deny. */
  wanted: string;
  because?: string[];
  remedy?: string[];
}

export function runCases(cases: readonly Case[], atLeast: number) {
  for (const { about, rules, request: asked, facts: known, wanted, because, remedy } of cases) {
    it(`${about}: ${wanted}`, () => {
      const decision = decide(request(asked), rules, { ...facts, ...known });
      expect(decision.effect === "allow" ? decision.via : decision.reason).toBe(wanted);
      if (because) expect(decision.because).toEqual(because);
      if (remedy) expect(decision).toMatchObject({ remedy });
    });
  }
  it(`ran at least ${atLeast} cases`, () => expect(cases.length).toBeGreaterThanOrEqual(atLeast));
}
