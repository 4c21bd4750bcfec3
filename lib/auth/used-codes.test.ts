import { expect, it } from "vitest";
import { createUsedCodes } from "./used-codes";

it("T08 takes a code once", () => {
  const codes = createUsedCodes(() => 0);
  expect(codes.take("a code")).toBe(true);
  expect(codes.take("a code")).toBe(false);
  expect(codes.take("another")).toBe(true);
  expect(codes.take("a code")).toBe(false);
});

it("forgets a code once Smartsheet has, and not before", () => {
  let now = 0;
  const codes = createUsedCodes(() => now);
  codes.take("a code");
  now = 14 * 60_000;
  expect(codes.take("a code")).toBe(false);
  now = 16 * 60_000;
  expect(codes.take("a code")).toBe(true);
});

it("holds a bounded number", () => {
  const codes = createUsedCodes(() => 0);
  for (let count = 0; count < 10_001; count++) codes.take(`code ${count}`);
  expect(codes.take("code 10000")).toBe(false);
  expect(codes.take("code 0")).toBe(true);
});
