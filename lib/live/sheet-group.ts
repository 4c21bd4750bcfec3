import "server-only";
import { setImmediate } from "node:timers/promises";
import type { LiveStream } from "./live-stream";

/** Looks begun in one turn of the event loop; between them it answers others. */
const AT_ONCE = 4;
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** The open pages of one sheet, with one timer for all. */
export class SheetGroup {
  readonly streams = new Set<LiveStream>();
  private readonly monotonicMs: () => number;
  private timer: NodeJS.Timeout | null = null;
  private ringsAt = Number.POSITIVE_INFINITY;

  constructor(monotonicMs: () => number) {
    this.monotonicMs = monotonicMs;
  }

  add(stream: LiveStream): void {
    this.streams.add(stream);
    this.arm(stream.dueAt);
  }

  /** The timer ends with the last stream. */
  remove(stream: LiveStream): void {
    this.streams.delete(stream);
    if (this.streams.size === 0) this.disarm();
  }

  /** Rights may have changed: every stream looks now. */
  async lookAll(): Promise<void> {
    await this.each((stream) => stream.turn("rights"));
  }

  async lookOne(stream: LiveStream): Promise<void> {
    await stream.turn("rights");
    if (this.streams.has(stream)) this.arm(stream.dueAt);
  }

  private async ring(): Promise<void> {
    this.disarm();
    await this.each((stream) => stream.due());
  }

  private async each(act: (stream: LiveStream) => Promise<void>): Promise<void> {
    let begun = 0;
    for (const stream of [...this.streams]) {
      if (!this.streams.has(stream)) continue;
      // A look may wait for Smartsheet; the others do not wait for it.
      void act(stream).then(() => this.streams.has(stream) && this.arm(stream.dueAt));
      if (++begun % AT_ONCE === 0) await setImmediate();
    }
    for (const { dueAt } of this.streams) this.arm(dueAt);
  }

  private arm(dueAt: number): void {
    if (dueAt >= this.ringsAt) return;
    this.disarm();
    this.ringsAt = dueAt;
    const inMs = Math.min(Math.max(0, Math.ceil(dueAt - this.monotonicMs())), LONGEST_TIMER_MS);
    this.timer = setTimeout(() => void this.ring(), inMs);
    this.timer.unref();
  }

  private disarm(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.ringsAt = Number.POSITIVE_INFINITY;
  }
}
