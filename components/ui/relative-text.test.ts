import { describe, expect, it } from "vitest";
import { relativeText } from "./relative-text";

const now = new Date("2026-11-24T10:00:00Z"); // a Tuesday
const says = (at: string, zone = "UTC") => relativeText(new Date(at), now, zone);

describe("relative time", () => {
  it.each([
    ["2026-11-24T09:59:58Z", "just now"],
    ["2026-11-24T09:59:48Z", "12 s ago"],
    ["2026-11-24T09:56:00Z", "4 min ago"],
    ["2026-11-24T09:00:00Z", "1 h ago"],
    ["2026-11-23T11:00:00Z", "yesterday"],
    ["2026-11-22T10:00:00Z", "Sun"],
    ["2026-11-18T00:00:00Z", "Wed"],
    ["2026-11-17T23:00:00Z", "17 Nov"],
    ["2025-11-12T10:00:00Z", "12 Nov 2025"],
    ["2026-11-24T12:00:00Z", "in 2 h"],
    ["2026-11-25T18:00:00Z", "tomorrow"],
    ["2026-11-30T10:00:00Z", "in 6 days"],
    ["2026-12-31T10:00:00Z", "31 Dec"],
  ])("says %s as %s", (at, text) => {
    expect(says(at)).toBe(text);
  });

  it("does not call last night yesterday while it is hours ago", () => {
    expect(relativeText(new Date("2026-11-23T23:00:00Z"), new Date("2026-11-24T01:00:00Z"), "UTC")).toBe(
      "2 h ago",
    );
  });

  it("takes the day from the reader's zone", () => {
    expect(says("2026-11-22T23:30:00Z", "UTC")).toBe("Sun");
    expect(says("2026-11-22T23:30:00Z", "Asia/Tokyo")).toBe("yesterday");
  });
});
