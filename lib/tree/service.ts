import "server-only";
import {
  findAssetPath,
  listTreeScans,
  type ScanKey,
  saveAssetPath,
  saveTreeScan,
  type TreeScan,
} from "@/db/queries/tree";
import type { Clock } from "@/lib/clock";
import type { ReadContext } from "@/lib/connections/admin-read";
import type { DelegatedError, DelegatedReader } from "@/lib/connections/delegated-reader";
import type { ConnectionId, SheetId } from "@/lib/policy/ids";
import type { Container } from "@/lib/policy/types";
import type { RuleBook } from "@/lib/rules/rule-book";
import { type KnownTree, knownTree, scanKeyText } from "./known-tree";
import { namedPlaces } from "./named-places";

export interface TreeService {
  /** Where sheets lie, as far as the rules ask. Costs no call while every scan is younger than the refresh age. */
  current(book: RuleBook, context: ReadContext): Promise<KnownTree>;
  /** As `current`, from what is kept, whatever its age; never asks Smartsheet. */
  kept(book: RuleBook): Promise<KnownTree>;
  /** Reads every place the rules name anew. */
  refresh(book: RuleBook, context: ReadContext): Promise<void>;
  /** Whether a sheet lies in these places, by its own path as the assumed user sees it. Null: it can't be told. */
  confirm(
    asset: { asset: "sheet" | "report"; sheetId: SheetId },
    by: { connectionId: ConnectionId; assume: string },
    context: ReadContext,
  ): Promise<readonly Container[] | null>;
  ages(): Promise<TreeScan[]>;
}

/** A tree older than this is read anew in the background… */
const REFRESH_SHARE = 0.25;
/** …and one that could not be read is tried again after so many milliseconds. */
const RETRY_MS = 60_000;

export function createTreeService(parts: {
  reader: DelegatedReader;
  clock: Clock;
  staleMinutes: number;
}): TreeService {
  const { reader, clock } = parts;
  const staleMs = parts.staleMinutes * 60_000;
  const running = new Map<string, Promise<void>>();
  const nowMs = () => clock.now().getTime();
  const ageOf = (at: string | null) => (at === null ? Number.POSITIVE_INFINITY : nowMs() - Date.parse(at));

  /** One read at a time for each place, however many ask for it. */
  function scan(key: ScanKey, context: ReadContext, isForReader?: true): Promise<void> {
    const name = scanKeyText(key);
    const known = running.get(name);
    if (known) return known;
    const work = scanNow(key, context, isForReader).finally(() => running.delete(name));
    running.set(name, work);
    return work;
  }

  async function scanNow(key: ScanKey, context: ReadContext, isForReader?: true): Promise<void> {
    const { type, id, assume } = key;
    const connectionId = key.connectionId as ConnectionId;
    const answer = await reader.scanPlace(
      { purpose: "scan", connectionId, assume, place: { type, id }, isForReader },
      context,
    );
    const at = clock.now().toISOString();
    if (answer.ok) return saveTreeScan(key, at, { name: null, assets: answer.value });
    // A place that is gone, or shown no more to the assumed user, holds nothing as far as they can tell.
    return saveTreeScan(key, at, { problem: codeOf(answer.error) });
  }

  async function scansFor(book: RuleBook): Promise<Map<string, TreeScan>> {
    if (namedPlaces(book).length === 0) return new Map();
    return new Map((await listTreeScans()).map((found) => [scanKeyText(found), found]));
  }

  return {
    async current(book, context) {
      const scans = await scansFor(book);
      const waits: Promise<void>[] = [];
      for (const { key } of namedPlaces(book)) {
        const found = scans.get(scanKeyText(key));
        const age = ageOf(found?.readAt ?? null);
        if (age < staleMs * REFRESH_SHARE || ageOf(found?.triedAt ?? null) < RETRY_MS) continue;
        const work = scan(key, context, true);
        // What is not stale yet may be answered from; the next request has the new one.
        if (age >= staleMs) waits.push(work);
        else work.catch(() => {});
      }
      await Promise.all(waits);
      const fresh = waits.length > 0 ? await scansFor(book) : scans;
      return knownTree(book, fresh, nowMs(), staleMs);
    },
    async kept(book) {
      return knownTree(book, await scansFor(book), nowMs(), staleMs);
    },
    async refresh(book, context) {
      for (const { key } of namedPlaces(book)) await scan(key, context);
    },
    async confirm({ asset, sheetId }, { connectionId, assume }, context) {
      const key = { connectionId: connectionId as string, assume, asset, id: sheetId as string };
      const kept = await findAssetPath(key);
      if (kept && ageOf(kept.readAt) < staleMs) return kept.within as Container[];
      const answer = await reader.getPath({ purpose: "path", connectionId, assume, asset, sheetId }, context);
      if (!answer.ok) {
        if (codeOf(answer.error) === "not_found") await saveAssetPath(key, null, clock.now().toISOString());
        return null;
      }
      const { places } = answer.value;
      await saveAssetPath(key, places, clock.now().toISOString());
      return places as Container[];
    },
    ages: listTreeScans,
  };
}

function codeOf(error: DelegatedError): string {
  return error.error.code;
}
