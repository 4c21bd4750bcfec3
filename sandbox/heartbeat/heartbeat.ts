import type { Sandbox } from "../sandbox";
import { type Random, seeded } from "../scenarios/random";
import { type Scheduler, Timers } from "../scheduler";
import type { Beat, Step } from "./beat";
import { addRow } from "./steps/add-row";
import { comment } from "./steps/comment";
import { editCell } from "./steps/edit-cell";
import { finishTask } from "./steps/finish-task";
import { leave, promote } from "./steps/people";

export interface HeartbeatOptions {
  /** The same seed on the same data: the same steps. Default 1. */
  seed?: number;
  /** Between two beats, in milliseconds. Default 10 seconds. */
  everyMs?: number;
  /** False: nobody leaves, nobody becomes System Admin. */
  people?: boolean;
  /** Addresses of those who neither leave nor become System Admin. Default: whom the demo is about. */
  spared?: string[];
  scheduler?: Scheduler;
}

export const SPARED = ["ada@acme.test", "vik@acme.test", "olga@acme.test"];

const KEPT = 200;
/** How likely a beat is about somebody's account. */
const PEOPLE = 0.004;
/** Steps about work, each as often as it comes up in a hundred. */
const WORK: Step[] = [
  ...Array<Step>(52).fill(editCell),
  ...Array<Step>(22).fill(comment),
  ...Array<Step>(15).fill(finishTask),
  ...Array<Step>(11).fill(addRow),
];

/** A company at work: every now and then somebody changes something they have a right to change. */
export class Heartbeat {
  /** The last 200 beats in plain sentences, oldest first. */
  readonly log: string[] = [];
  #every: number;
  #random: Random;
  #isRunning = false;
  readonly #seed: number;
  readonly #withPeople: boolean;
  readonly #spared: ReadonlySet<string>;
  readonly #scheduler: Scheduler;

  constructor(
    private readonly sandbox: Sandbox,
    { seed = 1, everyMs = 10_000, people = true, spared = SPARED, scheduler }: HeartbeatOptions = {},
  ) {
    this.#seed = seed;
    this.#every = everyMs;
    this.#random = seeded(seed);
    this.#withPeople = people;
    this.#spared = new Set(spared);
    this.#scheduler = scheduler ?? new Timers();
  }

  /** Milliseconds between two beats. Setting it while running starts the wait anew. */
  get every(): number {
    return this.#every;
  }

  set every(ms: number) {
    this.#every = ms;
    if (this.#isRunning) this.#wait();
  }

  get isRunning(): boolean {
    return this.#isRunning;
  }

  start(): void {
    if (this.#isRunning) return;
    this.#isRunning = true;
    this.#wait();
  }

  stop(): void {
    this.#isRunning = false;
    this.#scheduler.clear();
  }

  /** One step, now. What was done, in a sentence; null where nothing can be done. */
  beat(): string | null {
    const beat: Beat = { sandbox: this.sandbox, random: this.#random, spared: this.#spared };
    const sentence = this.#steps().reduce<string | null>((done, step) => done ?? step(beat), null);
    if (sentence === null) return null;
    this.log.push(sentence);
    if (this.log.length > KEPT) this.log.splice(0, this.log.length - KEPT);
    return sentence;
  }

  /** As if it had never beaten. For when the data start anew. */
  reset(): void {
    this.#random = seeded(this.#seed);
    this.log.length = 0;
  }

  /** The step of this beat, and what is done where there is nothing of its kind to do. */
  #steps(): Step[] {
    const random = this.#random;
    const isAboutPeople = random.chance(PEOPLE);
    const work = random.pick(WORK);
    const people = random.chance(0.5) ? leave : promote;
    return [...(isAboutPeople && this.#withPeople ? [people] : []), work, editCell, comment];
  }

  #wait(): void {
    this.#scheduler.clear();
    this.#scheduler.after(this.#every, () => {
      try {
        this.beat();
      } catch (error) {
        // A mistake in a step must not take the sandbox down with it.
        console.error("sandbox: a heartbeat failed", error);
      }
      if (this.#isRunning) this.#wait();
    });
  }
}
