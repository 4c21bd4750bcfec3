import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createLiveStream, type LiveEvent, pauseAfter, type Source } from "./live-stream";

/** Node has no EventSource; this one does what a browser's tells of itself, by hand. */
class Hand implements Source {
  readyState = 1;
  isClosed = false;
  readonly #listeners = new Map<string, ((event: Event) => void)[]>();
  constructor(readonly tag: string) {}
  addEventListener(type: string, listener: (event: Event) => void) {
    this.#listeners.set(type, [...(this.#listeners.get(type) ?? []), listener]);
  }
  close() {
    this.isClosed = true;
  }
  say(name: string, data?: unknown) {
    const event = { type: name, data: JSON.stringify(data) } as unknown as Event;
    for (const listener of this.#listeners.get(name) ?? []) listener(event);
  }
  break(readyState: number) {
    this.readyState = readyState;
    this.say("error");
  }
}

let opened: Hand[] = [];
let heard: LiveEvent[] = [];
let tag: string | null = "t1";
let stream: ReturnType<typeof createLiveStream>;

beforeEach(() => {
  vi.useFakeTimers();
  opened = [];
  heard = [];
  tag = "t1";
  stream = createLiveStream({
    open: (of) => {
      const hand = new Hand(of);
      opened.push(hand);
      return hand;
    },
    tagNow: () => tag,
    tell: (event) => heard.push(event),
    random: () => 0.5,
  });
});
afterEach(() => {
  stream.stop();
  vi.useRealTimers();
});

describe("a stream of changes", () => {
  it("tells what it hears by its name", () => {
    stream.start();
    opened[0]?.say("hello", { tag: "t1", fetchedAt: "2026-11-24T08:00:00Z" });
    opened[0]?.say("age", { fetchedAt: "2026-11-24T08:00:15Z" });
    expect(heard).toEqual([
      { name: "hello", tag: "t1", fetchedAt: "2026-11-24T08:00:00Z" },
      { name: "age", fetchedAt: "2026-11-24T08:00:15Z" },
    ]);
  });

  it("is closed when stopped, hears nothing after, and comes back with the tag of then", () => {
    stream.start();
    stream.start();
    stream.stop();
    opened[0]?.say("age", { fetchedAt: "" });
    expect(opened.map(({ isClosed }) => isClosed)).toEqual([true]);
    tag = "t2";
    stream.start();
    expect(opened.map((each) => each.tag)).toEqual(["t1", "t2"]);
    expect(heard).toEqual([]);
  });

  it("is not opened before there is something whole to change", () => {
    tag = null;
    stream.start();
    expect(opened).toEqual([]);
  });

  it("F02 comes back after a break in growing pauses, and quickly again once it was heard", () => {
    stream.start();
    const tries: number[] = [];
    for (const wait of [1_000, 2_000, 4_000, 8_000]) {
      opened.at(-1)?.break(0);
      vi.advanceTimersByTime(wait - 1);
      tries.push(opened.length);
      vi.advanceTimersByTime(1);
    }
    expect(tries).toEqual([1, 2, 3, 4]);
    opened.at(-1)?.say("hello", { tag: "t1", fetchedAt: "" });
    opened.at(-1)?.break(0);
    vi.advanceTimersByTime(1_000);
    expect(opened).toHaveLength(6);
    expect(opened.filter(({ isClosed }) => !isClosed)).toHaveLength(1);
  });

  it("tells when it was refused, so that the sheet can be asked why", () => {
    stream.start();
    opened[0]?.break(2);
    expect(heard).toEqual([{ name: "refused" }]);
  });

  it("T04 ends with the right: it is closed and does not come back", () => {
    stream.start();
    opened[0]?.say("gone", { error: { code: "not_found", message: "", requestId: "r" } });
    vi.advanceTimersByTime(600_000);
    expect(opened.map(({ isClosed }) => isClosed)).toEqual([true]);
    expect(heard).toHaveLength(1);
  });
});

describe("the pause before another try", () => {
  it("grows to a minute, and differs from page to page", () => {
    expect(pauseAfter(1, 0.5)).toBe(1_000);
    expect(pauseAfter(50, 0.5)).toBe(60_000);
    expect([pauseAfter(1, 0), pauseAfter(1, 1)]).toEqual([750, 1_250]);
  });
});
