import type { AppError } from "@/lib/errors";
import type { DueTimes } from "./due-times";
import type { LiveEventName, LiveEvents } from "./events";
import { COMMENT, frameOf } from "./frame";
import type { Outlet } from "./outlet";

/** A timer may ring this much early by the other clock. */
const SLACK_MS = 50;

/** Says what one stream has to say: in its form, and not more often than it is news. */
export class Speaker {
  private readonly outlet: Outlet;
  private readonly times: DueTimes;
  private readonly nowMs: () => number;
  private lastWord: { name: LiveEventName; at: number } | null = null;

  constructor(outlet: Outlet, times: DueTimes, nowMs: () => number) {
    this.outlet = outlet;
    this.times = times;
    this.nowMs = nowMs;
  }

  get isBehind(): boolean {
    return this.outlet.isBehind();
  }

  say<Name extends LiveEventName>(name: Name, data: LiveEvents[Name]): void {
    this.outlet.send(frameOf(name, data));
    this.lastWord = { name, at: this.nowMs() };
    this.times.speak();
  }

  age(fetchedAt: string): void {
    if (this.isDue("age")) this.say("age", { fetchedAt });
  }

  stale(fetchedAt: string, { code, message }: Pick<AppError, "code" | "message">): void {
    if (this.isDue("stale")) this.say("stale", { fetchedAt, error: { code, message } });
  }

  comment(): void {
    this.times.speak();
    if (!this.outlet.isBehind()) this.outlet.send(COMMENT);
  }

  gone({ code, message }: AppError, requestId: string): void {
    this.outlet.cutOff(frameOf("gone", { error: { code, message, requestId } }));
  }

  close(): void {
    this.outlet.close();
  }

  /** At once when it is news, else once in a freshness. */
  private isDue(name: LiveEventName): boolean {
    if (this.outlet.isBehind()) return false;
    if (this.lastWord?.name !== name) return true;
    return this.nowMs() - this.lastWord.at >= this.times.freshMs - SLACK_MS;
  }
}
