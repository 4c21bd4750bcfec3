import "server-only";
import { ok, type Result } from "@/lib/result";
import type { Gate, Pass, TryOutcome } from "@/lib/smartsheet/gate";
import type { UpstreamError } from "@/lib/smartsheet/port";
import { RetryAllowance } from "@/lib/smartsheet/retry";
import { CircuitBreaker } from "./circuit-breaker";
import { FIGURES } from "./figures";
import { PollBudget } from "./poll-budget";
import { PromisedTurns } from "./promised-turns";
import { busy, down, gaveUp } from "./refusals";
import type { Asking, Schedule, TokenState } from "./schema";
import type { Supply } from "./supply";
import { type Call, Turns } from "./turns";

type Entered = Result<Pass, UpstreamError>;

interface Waiting extends Call {
  until: number;
  finish(answer: Entered): void;
}

/** Decides when the next call with one upstream token may go out, and whose it is. */
export class Turnstile {
  readonly #turns: Turns<Waiting>;
  readonly #breaker = new CircuitBreaker();
  readonly #retries = new RetryAllowance();
  readonly #promised = new PromisedTurns();
  readonly #polls = new PollBudget();
  #isPumping = false;
  #stopSleep = () => {};

  constructor(
    private readonly supply: Supply,
    private readonly parts: { monotonicMs: () => number; schedule: Schedule; random: () => number },
  ) {
    this.#turns = new Turns(supply, parts.monotonicMs());
  }

  async enter(asking: Asking, { weight, isRetry, signal }: Parameters<Gate["enter"]>[0]): Promise<Entered> {
    if (signal?.aborted) return gaveUp();
    const now = this.parts.monotonicMs();
    if (!isRetry) this.#retries.noteCall();
    if (!this.#breaker.allows(now)) return this.#down(now);
    if (asking.kind === "poll") {
      const ms = this.#polls.take(weight, asking.pollsPerMinute ?? 0, now);
      if (ms > 0) return busy(ms, false);
    }
    const isKept = asking.kind === "admin" || asking.kind === "health";
    // What administrators read as readers waits in another line than what they manage.
    const call = { person: `${isKept ? "kept" : "usual"} ${asking.person}`, weight, isKept };
    const wait = this.#turns.msUntilTurn(call, now);
    const isFull = wait > 0 && this.#turns.waitingOf(call.person) >= FIGURES.waitingPerPerson;
    if (isFull || wait >= FIGURES.longestWaitMs) return this.#turnAway(call, now);
    return new Promise((resolve) => {
      this.#join(call, now, signal, resolve);
      void this.#pump();
    });
  }

  mayRetry(): boolean {
    return this.#retries.take();
  }

  state(): TokenState {
    const now = this.parts.monotonicMs();
    return {
      left: Math.max(0, Math.floor(this.supply.left(now))),
      burst: FIGURES.burst,
      perMinute: Math.round(this.supply.perMinute(now)),
      fullPerMinute: FIGURES.perMinute,
      usedLastMinute: this.supply.usedLastMinute(now),
      waiting: this.#turns.size,
      blockedForSeconds: Math.max(0, Math.ceil((this.supply.blockedUntil - now) / 1000)),
      breaker: this.#breaker.state(now),
      nextProbeInSeconds: Math.ceil(this.#breaker.msUntilProbe(now) / 1000),
    };
  }

  flush(): Promise<void> {
    return this.supply.flush(this.parts.monotonicMs());
  }

  #join(call: Call, now: number, signal: AbortSignal | undefined, resolve: (answer: Entered) => void): void {
    const onAbort = () => waiting.finish(gaveUp());
    const stopTimer = this.parts.schedule(() => this.#giveUp(waiting), FIGURES.longestWaitMs);
    const waiting: Waiting = {
      ...call,
      until: now + FIGURES.longestWaitMs,
      finish: (answer) => {
        stopTimer();
        signal?.removeEventListener("abort", onAbort);
        this.#turns.remove(waiting);
        resolve(answer);
      },
    };
    signal?.addEventListener("abort", onAbort, { once: true });
    this.#turns.add(waiting);
  }

  #giveUp(waiting: Waiting): void {
    // Out of the line first: nobody waits behind themselves.
    this.#turns.remove(waiting);
    waiting.finish(this.#turnAway(waiting, this.parts.monotonicMs()));
  }

  #turnAway(call: Call, now: number): Entered {
    const apart = (call.weight * 60_000) / this.supply.perMinute(now);
    const turn = this.#promised.tell(call.person, now + this.#turns.msUntilTurn(call, now), apart, now);
    return busy(turn - now, this.supply.isBlocked(now));
  }

  #down(now: number): Entered {
    return down(this.#breaker.msUntilProbe(now));
  }

  /** Lets out all whose turn has come, then sleeps until the next. One at a time, for a write may come in between. */
  async #pump(): Promise<void> {
    if (this.#isPumping) return;
    this.#isPumping = true;
    try {
      for (;;) {
        const now = this.parts.monotonicMs();
        const next = this.#turns.next(now);
        if (next === undefined) break;
        if (this.supply.isPrepared(next.weight, now)) this.#letOut(next, now);
        else await this.supply.prepare(next.weight, now);
      }
    } finally {
      this.#isPumping = false;
    }
    this.#sleep();
  }

  #letOut(entry: Waiting, now: number): void {
    this.#turns.go(entry, now);
    if (!this.#breaker.allows(now)) {
      entry.finish(this.#down(now));
      return;
    }
    this.supply.take(entry.weight, now);
    const kind = this.#breaker.let();
    let isSettled = false;
    const settle = (outcome: TryOutcome) => {
      if (isSettled) return;
      isSettled = true;
      this.#settle(outcome, kind, now);
    };
    entry.finish(ok({ settle }));
  }

  #settle(outcome: TryOutcome, kind: "probe" | "usual", sentAt: number): void {
    const now = this.parts.monotonicMs();
    switch (outcome.kind) {
      case "aborted":
        this.#breaker.release(kind);
        break;
      case "answered":
        this.#breaker.succeed(kind);
        break;
      case "failed":
        this.#breaker.fail(kind, now);
        if (!this.#breaker.allows(now))
          for (const waiting of this.#turns.all()) waiting.finish(this.#down(now));
        break;
      case "limited":
        this.#breaker.succeed(kind);
        this.supply.slowDown(now, sentAt, outcome.retryAfterSeconds, this.parts.random());
        for (const waiting of this.#turns.all())
          if (waiting.until < this.supply.blockedUntil) this.#giveUp(waiting);
        this.#sleep();
        break;
      default:
        outcome satisfies never;
    }
  }

  #sleep(): void {
    this.#stopSleep();
    const ms = this.#turns.msUntilNext(this.parts.monotonicMs());
    if (ms === null) return;
    this.#stopSleep = this.parts.schedule(() => void this.#pump(), Math.max(1, Math.ceil(ms)));
  }
}
