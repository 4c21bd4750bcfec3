import "server-only";
import { rightsStampNow } from "@/db/queries/rights-stamp";
import type { Viewer } from "@/lib/auth/principal";
import type { Clock } from "@/lib/clock";
import type { ReadContext } from "@/lib/connections/admin-read";
import { type AppError, appError } from "@/lib/errors";
import { isSmartsheetId, type SheetId } from "@/lib/policy/ids";
import { fail, ok, type Result } from "@/lib/result";
import type { ReadSheet } from "@/lib/sheets/read-sheet";
import { type HubLimits, LIMITS, LiveHub } from "./hub";
import { type Asked, LiveStream, type StreamParts } from "./live-stream";
import type { LookAt } from "./look";
import { createOutlet } from "./outlet";
import { MOST_ROWS } from "./row-diff";
import { isStillSignedIn } from "./still-signed-in";
import { createRightsWatch } from "./watch-rights";

export interface LiveOpening {
  viewer: Viewer;
  /** Hash of the cookie the request came with. */
  tokenHash: string;
  /** As it came in; what is no Smartsheet id does not exist. */
  sheetId: string;
  /** What the page shows. */
  tag: string;
  context: ReadContext;
  /** The request ends. */
  signal: AbortSignal;
}

export interface LiveService {
  /**
   * The body of one event stream (`frameOf`, `LiveEvents`), kept up to date until the right or the reader ends.
   * Errors: as `readSheet` for who may not open it, `upstream_busy` when too many pages are open.
   */
  open(opening: LiveOpening): Promise<Result<ReadableStream<Uint8Array>, AppError>>;
  /** Rights to this sheet changed: its open pages are judged now and not at their next look. */
  poke(sheetId: string): void;
  pokeAll(): void;
  /** The server stops. */
  closeAll(): void;
  /** Open pages now. */
  openCount(): number;
}

export interface LiveParts {
  look: LookAt;
  readSheet: ReadSheet;
  clock: Clock;
  monotonicMs: () => number;
  limits?: HubLimits;
}

export function createLiveService(given: LiveParts): LiveService {
  const { clock, monotonicMs, limits = LIMITS } = given;
  const parts: StreamParts = { ...given, isSignedIn: (tokenHash) => isStillSignedIn(tokenHash, clock) };
  const hub = new LiveHub((onChange) => createRightsWatch(rightsStampNow, onChange), monotonicMs, limits);

  return {
    async open(opening) {
      const { context, sheetId, viewer, signal } = opening;
      if (!isSmartsheetId(sheetId)) return fail(appError("not_found"));
      const place = await hub.reserve();
      if (place === null) return fail(tooMany());
      try {
        const { actor, network, requestId } = context;
        const asked: Asked = {
          ...{ actor, network, action: "read", userId: viewer.userId },
          sheetId: sheetId as SheetId,
        };
        const window = { page: 1, pageSize: MOST_ROWS };
        const looked = await given.look({ ...asked, requestId, freshSeconds: null, window });
        if (!looked.ok) return looked;
        const { body, outlet } = createOutlet(() => stream.close());
        const stream = new LiveStream(parts, { ...opening, asked, outlet }, (ended) => hub.remove(ended));
        await stream.begin(looked.value);
        place.take(stream);
        signal.addEventListener("abort", () => stream.close(), { once: true });
        if (signal.aborted) stream.close();
        return ok(body);
      } finally {
        place.leave();
      }
    },
    poke: (sheetId) => hub.poke(sheetId),
    pokeAll: () => hub.pokeAll(),
    closeAll: () => hub.closeAll(),
    openCount: () => hub.openCount,
  };
}

function tooMany(): AppError {
  const message =
    "Too many pages are kept up to date right now. Refresh this one by hand, or try again later.";
  return appError("upstream_busy", { message, retryAfterSeconds: 30 });
}
