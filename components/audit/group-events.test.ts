import { describe, expect, it } from "vitest";
import { groupByRequest } from "./group-events";

const event = (seq: number, requestId: string) => ({ seq, requestId });

describe("groupByRequest", () => {
  it("brings the events of a request together where its newest stands", () => {
    const groups = groupByRequest([
      event(5, "a"),
      event(4, "b"),
      event(3, "a"),
      event(2, "c"),
      event(1, "b"),
    ]);
    expect(groups.map((group) => group.map(({ seq }) => seq))).toEqual([[5, 3], [4, 1], [2]]);
  });

  it("loses and doubles nothing", () => {
    const events = Array.from({ length: 100 }, (_, index) => event(100 - index, `r${index % 7}`));
    const seqs = groupByRequest(events).flatMap((group) => group.map(({ seq }) => seq));
    expect([...seqs].sort((a, b) => b - a)).toEqual(events.map(({ seq }) => seq));
  });
});
