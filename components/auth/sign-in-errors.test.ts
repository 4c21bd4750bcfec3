import { describe, expect, it } from "vitest";
import { signInProblem } from "./sign-in-errors";

describe("signInProblem", () => {
  it("says the same for both spellings of a consent that was denied", () => {
    expect(signInProblem("access_denied")).toEqual(signInProblem("AccessDenied"));
    expect(signInProblem("AccessDenied").text).toContain("nothing was stored");
  });

  it("sends somebody who may not sign in to an administrator, not to another try", () => {
    expect(signInProblem("NotAllowedHere")).toMatchObject({ canRetry: false });
    expect(signInProblem("NotAllowedHere").text).toContain("administrator");
  });

  it.each([
    "OAuthSignin",
    "OAuthCallback",
    "Callback",
    "OAuthCreateAccount",
    "SessionRequired",
    "RateLimited",
  ])("has a sentence of its own for %s", (code) => {
    expect(signInProblem(code).title).not.toBe(signInProblem("no such code").title);
    expect(signInProblem(code).text).not.toContain(code);
  });

  it.each(["__proto__", "constructor", "toString", "", "<b>x</b>"])(
    "treats %j as any unknown code",
    (code) => {
      expect(signInProblem(code)).toEqual(signInProblem("whatever"));
    },
  );
});
