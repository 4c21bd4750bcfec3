import { expect, it } from "vitest";
import { hasDecision } from "./has-decision";

it.each([
  ["sheet:read", "5", true],
  ["link:view", "5", true],
  ["access:view_as", "5", true],
  // The list of what somebody is given is no decision about a sheet.
  ["access:view_as", null, false],
  ["rule:create", "5", false],
  ["access:explain", "5", false],
])("%s on %s leads to a decision: %s", (action, sheetId, wanted) => {
  expect(hasDecision({ action, sheetId })).toBe(wanted);
});
