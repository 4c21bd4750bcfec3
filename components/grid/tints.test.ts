import { describe, expect, it } from "vitest";
import { contrast } from "./colours";
import { initialsOf, TINTS, tintOfOption, tintOfPerson } from "./tints";

const HEX = /#[0-9a-f]{6}/g;

describe("tints", () => {
  it("are readable, each 4.5:1 or more in both themes", () => {
    for (const [name, tint] of Object.entries(TINTS)) {
      const inks = String(tint.color).match(HEX) ?? [];
      const grounds = String(tint.backgroundColor).match(HEX) ?? [];
      expect(inks).toHaveLength(2);
      inks.forEach((ink, theme) => {
        expect(contrast(ink, grounds[theme] ?? ""), `${name} ${theme}`).toBeGreaterThanOrEqual(4.5);
      });
    }
  });

  it("follow the option's place, so the same option has the same colour everywhere", () => {
    const options = ["North", "South", "East"];
    expect(new Set(options.map((option) => tintOfOption(option, options))).size).toBe(3);
    expect(tintOfOption("South", options)).toBe(tintOfOption("South", [...options]));
    expect(tintOfOption("Elsewhere", options)).toBe("grey");
  });

  it("give common words the colour people expect", () => {
    expect(tintOfOption("Done", ["Todo", "Doing", "Done"])).toBe("green");
    expect(tintOfOption("In Progress", undefined)).toBe("amber");
  });

  it("stay with a person", () => {
    expect(tintOfPerson("Mia@acme.test")).toBe(tintOfPerson("mia@acme.test"));
  });
});

describe("initialsOf", () => {
  it.each([
    ["Mia Moss", "MM"],
    ["ravi.rao@acme.test", "RR"],
    ["Jean-Luc de Vries", "JV"],
    ["Ødegård", "Ø"],
    ["", "?"],
  ])("%s", (name, wanted) => {
    expect(initialsOf(name)).toBe(wanted);
  });
});
