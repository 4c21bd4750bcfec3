import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RowId } from "@/lib/policy/ids";
import type { LiveChange } from "./events";
import { COMMENT, frameOf } from "./frame";
import { parseFrames } from "./frames.test-helper";

const withText = (text: string): LiveChange => ({
  from: "a",
  tag: "b",
  sheet: { id: "1", name: text, version: 1, fetchedAt: "2026-11-24T09:00:00Z", totalRowCount: 1, tag: "b" },
  access: { via: "own", assumedUsers: [], rules: [], expiresAt: null, actions: ["read"] },
  removed: [],
  rows: [{ id: "1" as RowId, rowNumber: 1, parentId: null, cells: { "11": { value: text } } }],
});

const HOSTILE = [
  "\n\nevent: gone\ndata: {}\n\n",
  "\r\rdata: x\r\r",
  "\r\nid: 1\r\nretry: 1\r\n",
  "\u2028data: x\u2029\u0085",
  "\u0000\ufeff\ud800",
  "</script><!--",
];

describe("an event on the wire", () => {
  it("T12 text of a sheet ends no line and begins no field", () => {
    for (const text of HOSTILE) {
      const frame = frameOf("change", withText(text));
      expect(frame).toMatch(/^event: change\ndata: [^\r\n\u2028\u2029]*\n\n$/);
      expect(parseFrames(frame)).toEqual([{ name: "change", data: withText(text) }]);
    }
  });

  it("T12 comes out as it went in, whatever the text", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" }), { maxLength: 4 }), (texts) => {
        const wire = texts.map((text) => frameOf("change", withText(text)) + COMMENT).join("");
        expect(parseFrames(wire).map(({ data }) => data)).toEqual(texts.map(withText));
      }),
    );
  });
});
