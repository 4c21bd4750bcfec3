import { describe, expect, it } from "vitest";
import { asciiLower, domainOf, plainAddress } from "./addresses";

describe("addresses", () => {
  it("T09 a plain address is taken in lower case, and its domain is what stands after the @", () => {
    expect(plainAddress("Vera.O'Neil+x@EU.Acme.com")).toBe("vera.o'neil+x@eu.acme.com");
    expect(domainOf("Vera.O'Neil+x@EU.Acme.com")).toBe("eu.acme.com");
    expect(domainOf("root@a")).toBe("a");
    expect(domainOf("root@a-1")).toBe("a-1");
  });

  const longest = `${"a".repeat(254 - "@acme.com".length)}@acme.com`;
  it("T09 is as long as an address may be, and no longer", () => {
    expect(domainOf(longest)).toBe("acme.com");
    expect(domainOf(`a${longest}`)).toBeNull();
  });

  for (const odd of [
    "",
    "acme.com",
    "@acme.com",
    "vera@",
    "vera@evil.org@acme.com",
    "vera@evil.org,vera@acme.com",
    "Vera <vera@acme.com>",
    " vera@acme.com",
    "vera@acme.com ",
    "vera@acme.com\n",
    "vera@acme.com.",
    "vera@-acme.com",
    "vera@acme_.com",
    "véra@acme.com",
    "vera@acm\u0435.com",
    "vera@\u212A.com",
  ])
    it(`T09 ${JSON.stringify(odd)} is no plain address`, () => {
      expect(plainAddress(odd)).toBeNull();
      expect(domainOf(odd)).toBeNull();
    });

  it("T09 lower case is for A to Z alone", () => {
    expect(asciiLower("AZaz09 \u212A\u0130É")).toBe("azaz09 \u212A\u0130É");
  });
});
