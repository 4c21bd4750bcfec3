import { FIGURES } from "./figures";

export type BreakerState = "closed" | "open" | "half_open";

/**
 * Spares a Smartsheet that is down (F03). After some failures in a row it opens: nobody is sent. When that time is over
 * one probe may go; it closes it again or opens it for twice as long. Times: monotonic milliseconds.
 */
export class CircuitBreaker {
  #failures = 0;
  #openUntil: number | null = null;
  #openMs: number = FIGURES.openMs;
  #hasProbe = false;

  state(now: number): BreakerState {
    if (this.#openUntil === null) return "closed";
    return now < this.#openUntil ? "open" : "half_open";
  }

  allows(now: number): boolean {
    const state = this.state(now);
    return state === "closed" || (state === "half_open" && !this.#hasProbe);
  }

  /** Lets one out and says whether it is the probe. Only while `allows`. */
  let(): "probe" | "usual" {
    if (this.#openUntil === null) return "usual";
    this.#hasProbe = true;
    return "probe";
  }

  succeed(pass: "probe" | "usual"): void {
    // One sent before it opened proves nothing about now.
    if (pass === "usual" && this.#openUntil !== null) return;
    this.#failures = 0;
    this.#openUntil = null;
    this.#openMs = FIGURES.openMs;
    this.#hasProbe = false;
  }

  fail(pass: "probe" | "usual", now: number): void {
    if (pass === "probe") {
      this.#hasProbe = false;
      this.#openMs = Math.min(FIGURES.longestOpenMs, this.#openMs * 2);
      this.#openUntil = now + this.#openMs;
      return;
    }
    this.#failures += 1;
    if (this.#openUntil === null && this.#failures >= FIGURES.failures) this.#openUntil = now + this.#openMs;
  }

  /** The probe's caller gave up: the next one may try. */
  release(pass: "probe" | "usual"): void {
    if (pass === "probe") this.#hasProbe = false;
  }

  msUntilProbe(now: number): number {
    return this.#openUntil === null ? 0 : Math.max(0, this.#openUntil - now);
  }
}
