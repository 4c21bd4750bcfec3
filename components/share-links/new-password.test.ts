import { describe, expect, it } from "vitest";
import { newPassword } from "./new-password";

describe("newPassword", () => {
  it("has sixteen letters that are not taken for one another", () => {
    for (let round = 0; round < 200; round++) expect(newPassword()).toMatch(/^[a-km-np-zA-HJ-NP-Z2-9]{16}$/);
  });

  it("is another one each time", () => {
    expect(new Set(Array.from({ length: 500 }, () => newPassword())).size).toBe(500);
  });

  it("skips bytes that would make some letters likelier", () => {
    const filled = newPassword((bytes) => bytes.fill(255).fill(0, 0, 5));
    expect(filled).toBe("a".repeat(16));
  });
});
