import { describe, expect, it } from "vitest";
import { createCommitQueue } from "./commit-queue";

describe("the commit queue", () => {
  it("writes what comes together in one commit, in its order", async () => {
    const commits: number[][] = [];
    const write = createCommitQueue<number, number>(async (items) => {
      commits.push([...items]);
      return items.map((item) => item * 10);
    });
    expect(await Promise.all([1, 2, 3].map(write))).toEqual([10, 20, 30]);
    expect(await write(4)).toBe(40);
    expect(commits).toEqual([[1, 2, 3], [4]]);
  });

  it("never makes one commit of too many", async () => {
    const sizes: number[] = [];
    const write = createCommitQueue<number, number>(async (items) => {
      sizes.push(items.length);
      return [...items];
    });
    const all = Array.from({ length: 150 }, (_, n) => n);
    expect(await Promise.all(all.map(write))).toEqual(all);
    expect(sizes).toEqual([64, 64, 22]);
  });

  it("T16 one that cannot be written fails alone", async () => {
    const written: number[] = [];
    const write = createCommitQueue<number, number>(async (items) => {
      if (items.includes(2)) throw new Error("refused");
      written.push(...items);
      return [...items];
    });
    const answers = await Promise.allSettled([1, 2, 3].map(write));
    expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(written).toEqual([1, 3]);
  });
});
