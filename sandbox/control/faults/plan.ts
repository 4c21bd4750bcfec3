import { isRecord } from "../../http/body";
import { FAULT_NAMES, type FaultKind, type FaultMember, faultNotes, isFaultKind } from "./kinds";

/** One thing to go wrong. Of the members after `chance`, each kind reads its own; see `kinds.ts`. */
export interface Fault {
  /** All given members must fit; `path` is part of path and query, the others are whole (addresses, a method). */
  match: { path?: string; method?: string; caller?: string; assumed?: string };
  kind: FaultKind;
  /** How often it strikes; absent: until it is deleted. */
  times?: number;
  /** How many matching calls it lets pass first. */
  after?: number;
  /** From 0 to 1, drawn for each matching call from the plan's seed; absent: always. */
  chance?: number;
  /** Seconds. */
  retryAfter?: number;
  /** Milliseconds; latency also takes a range. */
  ms?: number | [number, number];
  minutes?: number;
  megabytes?: number;
  encoding?: "gzip" | "br";
  /** An absolute URL. */
  location?: string;
  /** Title or id. */
  column?: string;
  title?: string;
}

export interface FaultPlan {
  /** Same seed and same calls, same faults. */
  seed: number;
  faults: Fault[];
}

const MATCHES = ["path", "method", "caller", "assumed"] as const;
const ALWAYS = ["match", "kind", "times", "after", "chance"];

/** Reads `{seed?, faults:[…]}` or a bare list. Errors: `RangeError` that names what is wrong and where. */
export function readPlan(value: unknown): FaultPlan {
  const plan = Array.isArray(value) ? { faults: value } : value;
  if (!isRecord(plan)) throw new RangeError("A fault plan is {seed, faults: [...]}.");
  for (const name of Object.keys(plan))
    if (name !== "seed" && name !== "faults") throw new RangeError(`A fault plan has no member "${name}".`);
  const faults = plan.faults ?? [];
  if (!Array.isArray(faults)) throw new RangeError("faults of a fault plan must be a list.");
  return {
    seed: number(plan.seed ?? 1, "seed", Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, true),
    faults: faults.map((fault, index) => readFault(fault, `faults[${index}]: `)),
  };
}

/** Reads one entry. Errors: `RangeError`. */
export function readFault(value: unknown, where = ""): Fault {
  if (!isRecord(value)) throw new RangeError(`${where}a fault is {match, kind, ...}.`);
  const { kind } = value;
  if (!isFaultKind(kind))
    throw new RangeError(`${where}kind is one of ${FAULT_NAMES.join(", ")}, not "${String(kind)}".`);
  const allowed = [...ALWAYS, ...(faultNotes(kind).members ?? [])];
  for (const name of Object.keys(value))
    if (!allowed.includes(name)) throw new RangeError(`${where}a fault ${kind} has no member "${name}".`);
  const fault: Fault = { match: readMatch(value.match, where), kind };
  if (value.times !== undefined) fault.times = number(value.times, `${where}times`, 1, 1e9, true);
  if (value.after !== undefined) fault.after = number(value.after, `${where}after`, 0, 1e9, true);
  if (value.chance !== undefined) fault.chance = number(value.chance, `${where}chance`, 0, 1);
  for (const name of faultNotes(kind).members ?? [])
    if (value[name] !== undefined)
      Object.assign(fault, { [name]: readMember(kind, name, value[name], where) });
  return fault;
}

function readMatch(value: unknown, where: string): Fault["match"] {
  if (value === undefined) return {};
  if (!isRecord(value)) throw new RangeError(`${where}match is {path?, method?, caller?, assumed?}.`);
  const match: Fault["match"] = {};
  for (const [name, wanted] of Object.entries(value)) {
    const known = MATCHES.find((one) => one === name);
    if (!known) throw new RangeError(`${where}match has no member "${name}".`);
    if (wanted === undefined || wanted === null) continue;
    if (typeof wanted !== "string") throw new RangeError(`${where}match.${name} must be a text.`);
    match[known] =
      known === "path" ? wanted : known === "method" ? wanted.toUpperCase() : wanted.toLowerCase();
  }
  return match;
}

function readMember(kind: FaultKind, name: FaultMember, value: unknown, where: string): unknown {
  const label = `${where}${name}`;
  switch (name) {
    case "retryAfter":
      return number(value, label, 0, 86_400, true);
    case "ms":
      return kind === "latency" ? readRange(value, label) : number(value, label, 1, 60_000);
    case "minutes":
      return number(value, label, -525_600, 525_600);
    case "megabytes":
      return number(value, label, 1, 100_000, true);
    case "encoding":
      if (value !== "gzip" && value !== "br") throw new RangeError(`${label} is gzip or br.`);
      return value;
    case "location":
      if (typeof value !== "string" || !/^https?:/i.test(value) || !URL.canParse(value))
        throw new RangeError(`${label} must be an address with http: or https:.`);
      return new URL(value).href;
    default:
      if (typeof value !== "string" || value === "") throw new RangeError(`${label} must be a text.`);
      return value;
  }
}

function readRange(value: unknown, label: string): number | [number, number] {
  if (!Array.isArray(value)) return number(value, label, 0, 600_000);
  const [low, high] = value.map((end) => number(end, label, 0, 600_000));
  if (value.length !== 2 || low === undefined || high === undefined || low > high)
    throw new RangeError(`${label} is a number of milliseconds or [from, to].`);
  return [low, high];
}

function number(value: unknown, label: string, least: number, most: number, isWhole = false): number {
  if (typeof value === "number" && value >= least && value <= most && (!isWhole || Number.isInteger(value)))
    return value;
  throw new RangeError(`${label} must be a ${isWhole ? "whole " : ""}number from ${least} to ${most}.`);
}
