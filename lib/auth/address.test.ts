import { describe, expect, it } from "vitest";
import { plainAddress } from "@/lib/policy/addresses";
import { maySignIn } from "./address";

describe("addresses", () => {
  it("T09 look-alike letters, spaces, two addresses and odd domains are no address", () => {
    const odd = [
      "vik@acme.test,eve@outside.test",
      "vik@acme.test eve@outside.test",
      "vik@acme.test@outside.test",
      "v\u0456k@acme.test",
      "\u212Aik@acme.test",
      "vik@acme.test\n",
      "vik@-acme.test",
      "vik@",
      "@acme.test",
      `${"a".repeat(250)}@acme.test`,
      "",
    ];
    for (const text of odd) expect(plainAddress(text), JSON.stringify(text)).toBeNull();
  });

  it("T09 case folds in ASCII only, and a plus-tag is another person", () => {
    expect(plainAddress("Vik.Viewer@ACME.test")).toBe("vik.viewer@acme.test");
    expect(plainAddress("uma+north@acme.test")).not.toBe(plainAddress("uma@acme.test"));
  });

  it("I05 who may sign in is a closed list of exact domains and addresses", () => {
    const allow = ["acme.test", "guest@partner.test"];
    expect(maySignIn("vik@acme.test", allow)).toBe(true);
    expect(maySignIn("guest@partner.test", allow)).toBe(true);
    for (const other of ["eve@outside.test", "vik@eu.acme.test", "vik@notacme.test", "x@partner.test"])
      expect(maySignIn(other, allow), other).toBe(false);
    expect(maySignIn("eve@outside.test", "anyone")).toBe(true);
  });
});
