import { describe, expect, it } from "vitest";
import { readFile } from "./read-file";

const fileOf = (content: string | Uint8Array<ArrayBuffer>) => new File([content], "people.csv");

describe("a chosen file", () => {
  it("is its text, without a byte order mark", async () => {
    expect(await readFile(fileOf("\uFEFFe-mail\nvik@acme.test"))).toEqual({
      ok: true,
      value: "e-mail\nvik@acme.test",
    });
  });

  it.each([
    ["Latin-1", Uint8Array.of(0x65, 0xe9, 0x0a), /UTF-8/],
    ["a spreadsheet's own format", Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0x00, 0x00), /no CSV/],
    ["more than 2 MB", "x".repeat(2_000_001), /2 MB/],
  ] as const)("is refused as %s, with what to do", async (_, content, words) => {
    expect(await readFile(fileOf(content))).toEqual({ ok: false, error: expect.stringMatching(words) });
  });
});
