import type { Clock } from "@/lib/clock";
import type { Look } from "./look";

/** A stream that said nothing for so long gives a sign of life. */
const SILENCE_MS = 20_000;
/** Between looks at least, whatever the age of a copy. */
const LEAST_MS = 1_000;
/** Looks this close together are one, so that pages of one copy stay in step. */
const TOGETHER_MS = 100;
const NEVER = Number.POSITIVE_INFINITY;

/** When a stream has to do what. All by the monotonic clock: a clock set back prolongs no right (F18). */
export class DueTimes {
  /** When what is shown was last so. ISO 8601 UTC. */
  fetchedAt = "";
  freshMs = LEAST_MS;
  private readonly clock: Clock;
  private readonly nowMs: () => number;
  private lookAt = NEVER;
  private spokeAt: number;
  private endsAt: string | null = null;
  private endAt = NEVER;
  /** As `endAt`, until the look for it began. */
  private endLookAt = NEVER;

  constructor(clock: Clock, monotonicMs: () => number) {
    this.clock = clock;
    this.nowMs = monotonicMs;
    this.spokeAt = monotonicMs();
  }

  /** When the first of all is due. */
  get dueAt(): number {
    return Math.min(this.lookAt, this.endLookAt, this.spokeAt + SILENCE_MS);
  }

  get isLookDue(): boolean {
    return this.lookAt <= this.nowMs() + TOGETHER_MS;
  }

  get isEndDue(): boolean {
    return this.endLookAt <= this.nowMs();
  }

  get isSilent(): boolean {
    return this.spokeAt + SILENCE_MS <= this.nowMs();
  }

  get hasEnd(): boolean {
    return this.endsAt !== null;
  }

  get isPastEnd(): boolean {
    return this.endAt <= this.nowMs();
  }

  speak(): void {
    this.spokeAt = this.nowMs();
  }

  /** A look begins. */
  look(): void {
    this.lookAt = this.nowMs() + this.freshMs;
    if (this.isPastEnd) this.endLookAt = NEVER;
  }

  /** What a look said: the next is due when the copy gets too old, and one at the end of the right. */
  heed({ fetchedAt, freshSeconds, expiresAt, stale }: Look): void {
    const [now, wallMs] = [this.nowMs(), this.clock.now().getTime()];
    this.fetchedAt = fetchedAt;
    this.freshMs = Math.max(LEAST_MS, freshSeconds * 1000);
    const age = wallMs - Date.parse(fetchedAt);
    const isYoung = !stale && age >= 0 && age < this.freshMs;
    this.lookAt = now + (isYoung ? Math.max(LEAST_MS, this.freshMs - age) : this.freshMs);
    if (expiresAt === this.endsAt) return;
    this.endsAt = expiresAt;
    // Past it by a little, or the look at the end would find the right still there.
    this.endAt = expiresAt === null ? NEVER : now + Math.max(0, Date.parse(expiresAt) - wallMs) + 1;
    this.endLookAt = this.endAt;
  }
}
