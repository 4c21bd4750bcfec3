import "server-only";
import { randomUUID } from "node:crypto";
import type { Clock } from "@/lib/clock";
import { type AppError, appError, type ErrorCode } from "@/lib/errors";
import { log } from "@/lib/log";
import type { ReadAnswer, ReadRequest, ReadSheet } from "@/lib/sheets/read-sheet";
import { changeTo } from "./change";
import { DueTimes } from "./due-times";
import type { LiveState, Look, LookAt } from "./look";
import type { Outlet } from "./outlet";
import { MOST_ROWS } from "./row-diff";
import { Speaker } from "./speaker";

export interface StreamParts {
  look: LookAt;
  readSheet: ReadSheet;
  /** Whether the sign-in the stream was opened with holds, and the person is enabled. */
  isSignedIn(tokenHash: string): Promise<boolean>;
  clock: Clock;
  monotonicMs: () => number;
}

/** What a stream asks again and again; each time under a request id of its own. */
export type Asked = Omit<ReadRequest, "requestId" | "window" | "freshSeconds">;

/** `rights`: something said that the right may have changed. Such a look waits for no other. */
export type Why = "poll" | "rights";

/** What has nothing to do with the right: Smartsheet does not answer, or not now. */
const PASSING: ReadonlySet<ErrorCode> = new Set([
  "upstream_unavailable",
  "upstream_timeout",
  "upstream_bad_answer",
  "upstream_busy",
  "sheet_changing",
  "rate_limited",
]);

/** One open page. It holds the last state it sent, looks when it is told to, and says what became of it. */
export class LiveStream {
  readonly asked: Asked;
  readonly tokenHash: string;
  private readonly parts: StreamParts;
  private readonly onEnd: (stream: LiveStream) => void;
  private held: { tag: string; state: LiveState | null };
  private readonly times: DueTimes;
  private readonly speaker: Speaker;
  private turns = 0;
  private isTurning = false;
  private isOver = false;

  constructor(
    parts: StreamParts,
    opened: { asked: Asked; tokenHash: string; tag: string; outlet: Outlet },
    onEnd: (stream: LiveStream) => void,
  ) {
    this.parts = parts;
    this.asked = opened.asked;
    this.tokenHash = opened.tokenHash;
    this.held = { tag: opened.tag, state: null };
    this.times = new DueTimes(parts.clock, parts.monotonicMs);
    this.speaker = new Speaker(opened.outlet, this.times, parts.monotonicMs);
    this.onEnd = onEnd;
  }

  /** The first words, by the look that let the stream be opened. */
  async begin(look: Look): Promise<void> {
    this.times.heed(look);
    this.speaker.say("hello", { tag: look.tag, fetchedAt: look.fetchedAt });
    if (look.tag !== this.held.tag) this.speaker.say("reload", { tag: look.tag });
    if (look.stale) this.speaker.stale(look.fetchedAt, look.stale);
    await this.hold(look);
  }

  /** When something is to be done next, by the monotonic clock. */
  get dueAt(): number {
    return this.times.dueAt;
  }

  /** Does what is due at this moment. */
  async due(): Promise<void> {
    if (this.times.isEndDue) return this.turn("rights");
    if (this.times.isLookDue) return this.turn("poll");
    if (this.times.isSilent) this.speaker.comment();
  }

  /** Looks again. A slow reader misses looks for changes, but none for its rights. */
  async turn(why: Why): Promise<void> {
    if (this.isOver) return;
    this.times.look();
    if (why === "poll" && (this.isTurning || this.speaker.isBehind)) return;
    const turn = ++this.turns;
    this.isTurning = true;
    try {
      await this.lookAgain(why, () => !this.isOver && turn === this.turns);
    } catch (cause) {
      log.error({ cause }, "an open page could not be kept up to date");
      this.gone(appError("internal"), randomUUID());
    } finally {
      if (turn === this.turns) this.isTurning = false;
    }
  }

  /** Ends it without a word: the reader left, or there are too many. */
  close(): void {
    if (this.isOver) return;
    this.over();
    this.speaker.close();
  }

  private async lookAgain(why: Why, isCurrent: () => boolean): Promise<void> {
    const requestId = randomUUID();
    if (!(await this.parts.isSignedIn(this.tokenHash)))
      return this.gone(appError("unauthenticated"), requestId);
    const request = {
      ...this.asked,
      requestId,
      freshSeconds: null,
      window: { page: 1, pageSize: MOST_ROWS },
    };
    const looked = await this.parts.look(request);
    if (!isCurrent()) return;
    if (!looked.ok) return this.fault(looked.error, why, requestId);
    const look = looked.value;
    this.times.heed(look);
    if (this.times.isPastEnd) return this.gone(appError("not_found"), requestId);
    const told = look.tag === this.held.tag ? "same" : await this.tell(look, request, why, isCurrent);
    if (told === "unsaid" || !isCurrent()) return;
    if (look.stale) this.speaker.stale(look.fetchedAt, look.stale);
    else if (told === "same") this.speaker.age(look.fetchedAt);
  }

  private async tell(
    look: Look,
    request: ReadRequest,
    why: Why,
    isCurrent: () => boolean,
  ): Promise<"told" | "same" | "unsaid"> {
    if (this.speaker.isBehind) return "unsaid";
    const { tag, state } = this.held;
    if (state === null) {
      this.speaker.say("reload", { tag: look.tag });
      await this.hold(look);
      return "told";
    }
    const read = await this.parts.readSheet(request);
    if (!isCurrent()) return "unsaid";
    if (!read.ok) this.fault(read.error, why, request.requestId);
    else if (this.times.isPastEnd) this.gone(appError("not_found"), request.requestId);
    else if (read.value.tag === tag) return "same";
    else {
      this.tellOf({ tag, ...state }, read.value);
      return "told";
    }
    return "unsaid";
  }

  private tellOf(held: LiveState & { tag: string }, read: ReadAnswer): void {
    const change = changeTo(held, read);
    if (change === "reload") this.speaker.say("reload", { tag: read.tag });
    else this.speaker.say("change", change);
    this.held = { tag: read.tag, state: { sheet: read.sheet } };
  }

  /** After a `reload` the viewer loads what stands under its tag, so both sides hold that. */
  private async hold(look: Look): Promise<void> {
    this.held = { tag: look.tag, state: null };
    const state = await look.state();
    if (!this.isOver && this.held.tag === look.tag) this.held = { tag: look.tag, state };
  }

  /** What fails for no fault of the right leaves the page as it is, unless a delegated right is what is in doubt. */
  private fault(error: AppError, why: Why, requestId: string): void {
    const isInDoubt = this.times.hasEnd && (why === "rights" || this.times.isPastEnd);
    if (!PASSING.has(error.code) || isInDoubt) this.gone(error, requestId);
    else this.speaker.stale(this.times.fetchedAt, error);
  }

  private gone(error: AppError, requestId: string): void {
    if (this.isOver) return;
    this.over();
    this.speaker.gone(error, requestId);
  }

  private over(): void {
    this.isOver = true;
    this.held = { tag: "", state: null };
    this.onEnd(this);
  }
}
