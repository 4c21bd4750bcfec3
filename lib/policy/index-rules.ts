import { decideFrom } from "./decide";
import { effectOf } from "./match-rule";
import {
  type Asker,
  askerOf,
  assetKeys,
  type DoubtfulKind,
  doubtfulKind,
  principalKey,
  resourceKeys,
} from "./rule-keys";
import type { AccessRequest, AnyRule, Decision, Facts, PermitRule } from "./types";
import { currentPermits } from "./versions";

/** Rules about one thing, by whom they are about. */
interface Bucket {
  byPrincipal: Map<string, AnyRule[]>;
  /** Forbids for a domain or a group: where it can't be told whether a person is meant, all of them hold. */
  doubtful: Map<DoubtfulKind, AnyRule[]>;
  /** Rules whose principal can't be sorted. */
  anybody: AnyRule[];
}

/** Rules sorted by what and whom they are about, so that deciding need not look at them all. Never to be written to. */
export interface RuleIndex {
  byResource: ReadonlyMap<string, Bucket>;
  /** Forbids over folders and workspaces once more: where a sheet lies in nobody knows what, all of them hold. */
  containers: Bucket;
  /** What may be about anything. */
  everywhere: readonly AnyRule[];
  /** Permits by whom they are for, to find what somebody may be given. */
  permits: ReadonlyMap<string, readonly PermitRule[]>;
}

/**
 * Sorts rules for `decideWith` and `sheetsFor`. Pure; O(rules). Make a new one when a rule changes. Never throws:
 * what is no rule at all is kept, and makes every decision an error as it does in `decide`.
 */
export function indexRules(rules: readonly AnyRule[]): RuleIndex {
  const byResource = new Map<string, Bucket>();
  const containers = newBucket();
  const everywhere: AnyRule[] = [];
  const permits = new Map<string, PermitRule[]>();
  const isCurrent = currentPermits(rules);

  for (const rule of rules) {
    if (typeof rule !== "object" || rule === null) {
      everywhere.push(rule);
      continue;
    }
    if (rule.effect === "permit") {
      // An unreadable permit and an old version give nothing.
      if ("unreadable" in rule || !isCurrent(rule)) continue;
      const key = principalKey(rule.principal);
      if (key !== null) push(permits, key, rule);
    }
    const keys = resourceKeys(rule);
    if (keys === null) everywhere.push(rule);
    for (const key of keys ?? []) {
      put(bucketOf(byResource, key), rule);
      if (rule.effect !== "permit" && isContainer(key)) put(containers, rule);
    }
  }
  return { byResource, containers, everywhere, permits };
}

/** As `decide` over the rules of the index, to the byte. O(rules about this sheet and person). */
export function decideWith(index: RuleIndex, request: AccessRequest, facts: Facts): Decision {
  const find = () => ({ rules: candidates(index, request), isCurrent: () => true });
  return decideFrom(request, find, facts);
}

/** The rules that could have a say in a request: those about this sheet, or what it lies in, and this person. */
export function candidates(index: RuleIndex, request: AccessRequest): AnyRule[] {
  const asker = askerOf(request);
  const { keys, isLost } = assetKeys(request);
  const found = [...index.everywhere];
  for (const key of keys) {
    const bucket = index.byResource.get(key);
    if (bucket !== undefined) collect(bucket, asker, found);
  }
  if (isLost) collect(index.containers, asker, found);
  return found;
}

function newBucket(): Bucket {
  return { byPrincipal: new Map(), doubtful: new Map(), anybody: [] };
}

function bucketOf(buckets: Map<string, Bucket>, key: string): Bucket {
  let bucket = buckets.get(key);
  if (bucket === undefined) {
    bucket = newBucket();
    buckets.set(key, bucket);
  }
  return bucket;
}

/** A rule that can't be read, or of an effect we don't know, counts whoever asks. */
function put(bucket: Bucket, rule: AnyRule): void {
  const key = "unreadable" in rule || effectOf(rule) === "unknown" ? null : principalKey(rule.principal);
  if ("unreadable" in rule || key === null) {
    bucket.anybody.push(rule);
    return;
  }
  push(bucket.byPrincipal, key, rule);
  const kind = doubtfulKind(rule.principal);
  if (kind !== null && rule.effect === "forbid") push(bucket.doubtful, kind, rule);
}

function collect(bucket: Bucket, { keys, unknown }: Asker, into: AnyRule[]): void {
  for (const rule of bucket.anybody) into.push(rule);
  for (const key of keys) for (const rule of bucket.byPrincipal.get(key) ?? []) into.push(rule);
  for (const kind of unknown) for (const rule of bucket.doubtful.get(kind) ?? []) into.push(rule);
}

function isContainer(key: string): boolean {
  return key.startsWith("folder:") || key.startsWith("workspace:");
}

function push<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
