import { describe, expect, it } from "vitest";
import { ruleInput } from "@/lib/rules/schema";
import { drawn, ids } from "./logic.test-helper";
import { MASK_KINDS, maskExample, maskProblem, maskWords, newMask } from "./mask-words";

describe("masks", () => {
  it("are said and shown as they will read", () => {
    const said = MASK_KINDS.map(({ kind }) => {
      const mask = newMask(kind);
      return [maskWords(mask), maskExample(mask, "TEXT_NUMBER")];
    });
    expect(said).toEqual([
      ["last 4", "••••1234"],
      ["initials", "V.V."],
      ["year only", "2026"],
      ["in ranges of 10,000", "50,000–59,999"],
      ['as "hidden"', "hidden"],
    ]);
  });

  it("show what a type of column gives, and three dots where it gives nothing", () => {
    expect(maskExample({ kind: "initials" }, "MULTI_CONTACT_LIST")).toBe("V.V., W.W.");
    expect(maskExample({ kind: "year" }, "DATE")).toBe("2026");
    expect(maskExample({ kind: "bucket", size: 10 }, "DATE")).toBe("•••");
    expect(maskExample({ kind: "last4" }, "CHECKBOX")).toBe("••••");
    expect(maskExample({ kind: "bucket", size: 1_000 }, undefined)).toBe("54,000–54,999");
  });

  it("begin as the API takes them", () => {
    const { principal, resource, delegation, actions, rows, endsAt, reason } = drawn;
    for (const { kind } of MASK_KINDS) {
      const mask = newMask(kind);
      expect(maskProblem(mask)).toBeNull();
      const sent = {
        ...{ effect: "permit", principal, resource, delegation, actions, rows, endsAt, reason },
        columns: { mode: "only", ids: [ids.person] },
        masks: [{ columnId: ids.person, mask }],
      };
      expect(ruleInput.safeParse(sent).error).toBeUndefined();
    }
  });

  it("say what they lack", () => {
    for (const size of [0, 1, 2.5, Number.NaN, 2e12])
      expect(maskProblem({ kind: "bucket", size }), String(size)).toMatch(/whole number/);
    expect(maskProblem({ kind: "constant", text: " " })).toMatch(/text/);
    expect(maskProblem({ kind: "constant", text: "x".repeat(101) })).toMatch(/100/);
    expect(maskExample({ kind: "bucket", size: 0 }, "TEXT_NUMBER")).toBe("…");
  });
});
