import { type Random, seeded } from "../../scenarios/random";
import { type FaultKind, faultNotes } from "./kinds";
import type { Fault, FaultPlan } from "./plan";

/** A call as faults see it. */
export interface Struck {
  method: string;
  /** With the query. */
  path: string;
  caller: string | null;
  assumed: string | null;
  /** True where the token was refused. */
  isRefused: boolean;
  /** True for `GET /sheets/{sheetId}`. */
  isSheetRead: boolean;
  /** True where it asks for one page of its rows. */
  isPaged: boolean;
}

/** A fault of the plan, with its own draws: taking one fault away does not change when the others strike. */
interface Armed {
  id: number;
  fault: Fault;
  seen: number;
  struck: number;
  random: Random;
}

export interface Strike {
  /** Null: only the wait, if any. */
  fault: Fault | null;
  random: Random;
  waitMs: number;
}

export class Faults {
  #seed = 1;
  #armed: Armed[] = [];
  #added = 0;

  constructor(private readonly initial: FaultPlan = { seed: 1, faults: [] }) {
    this.load(initial);
  }

  /** What waits to strike, in order. */
  get list() {
    return this.#armed.map(({ id, fault, seen, struck }) => ({ id, ...fault, seen, struck }));
  }

  get seed(): number {
    return this.#seed;
  }

  add(fault: Fault): number {
    this.#added += 1;
    const id = this.#added;
    // The golden ratio keeps the streams of neighbouring faults apart.
    const random = seeded(this.#seed + id * 0x9e3779b1);
    this.#armed.push({ id, fault, seen: 0, struck: 0, random });
    return id;
  }

  /** False where there is no such fault (any more). */
  remove(id: number): boolean {
    const before = this.#armed.length;
    this.#armed = this.#armed.filter((armed) => armed.id !== id);
    return this.#armed.length < before;
  }

  /** In place of all there were; counting and drawing start anew. */
  load(plan: FaultPlan): void {
    this.#seed = plan.seed;
    this.#armed = [];
    this.#added = 0;
    for (const fault of plan.faults) this.add(fault);
  }

  clear(): void {
    this.load({ seed: this.#seed, faults: [] });
  }

  /** Back to the plan the sandbox was started with. */
  reset(): void {
    this.load(this.initial);
  }

  /** The first fault that strikes this call, counted; every latency on the way there adds its wait. */
  strike(call: Struck): Strike | null {
    let waitMs = 0;
    let waits = false;
    for (const armed of [...this.#armed]) {
      if (!fits(armed.fault, call) || !this.#draw(armed)) continue;
      if (armed.fault.kind !== "latency") return { fault: armed.fault, random: armed.random, waitMs };
      waits = true;
      waitMs += wait(armed);
    }
    return waits ? { fault: null, random: seeded(this.#seed), waitMs } : null;
  }

  /** Counts a matching call; true where the fault strikes it. One that struck its last time goes. */
  #draw(armed: Armed): boolean {
    const { fault } = armed;
    armed.seen += 1;
    if (armed.seen <= (fault.after ?? 0)) return false;
    if (fault.chance !== undefined && !armed.random.chance(fault.chance)) return false;
    armed.struck += 1;
    const times = fault.times ?? (faultNotes(fault.kind).once ? 1 : Number.POSITIVE_INFINITY);
    if (armed.struck >= times) this.remove(armed.id);
    return true;
  }
}

function fits({ match, kind }: Fault, call: Struck): boolean {
  return (
    (match.path === undefined || call.path.includes(match.path)) &&
    (match.method === undefined || match.method === call.method) &&
    (match.caller === undefined || match.caller === call.caller) &&
    (match.assumed === undefined || match.assumed === call.assumed) &&
    canStrike(kind, call)
  );
}

function canStrike(kind: FaultKind, call: Struck): boolean {
  switch (faultNotes(kind).strikes) {
    case undefined:
      return true;
    case "tokens":
      return !call.isRefused && call.caller !== null;
    case "writes":
      return !call.isRefused && call.method !== "GET";
    case "sheets":
      return !call.isRefused && call.isSheetRead;
    case "pages":
      return !call.isRefused && call.isSheetRead && call.isPaged;
  }
}

function wait({ fault: { ms = 1_000 }, random }: Armed): number {
  if (typeof ms === "number") return ms;
  const [low, high] = ms;
  return low + random.next() * (high - low);
}
