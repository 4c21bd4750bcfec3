import "server-only";
import type { ContainerRef, ScannedAsset } from "@/db/queries/tree";
import { fail, ok, type Result } from "@/lib/result";
import { upstreamError } from "@/lib/smartsheet/errors";
import type { Authority, Place, Smartsheet, UpstreamError } from "@/lib/smartsheet/port";

/** Far more than people keep in one workspace; a tree that goes on is broken, not large. */
const MOST_PLACES = 2_000;
const AT_ONCE = 4;

interface Step {
  place: Place;
  /** From the outermost down, the place itself included. */
  within: ContainerRef[];
  names: string[];
}

/** A workspace or folder the form offers, or a report. */
export interface FoundPlace {
  type: "workspace" | "folder" | "report";
  id: string;
  name: string;
  /** Names of the places it lies in, from the outermost down. */
  path: string[];
}

/**
 * Every sheet and report below a place, at any depth. Whole or not at all: with half a tree a forbid would miss sheets.
 * Errors: what Smartsheet answered; `too_large` beyond 2,000 places.
 */
export async function walkPlace(
  port: Smartsheet,
  authority: Authority,
  top: Place,
  signal?: AbortSignal,
): Promise<Result<ScannedAsset[], UpstreamError>> {
  const assets: ScannedAsset[] = [];
  const walked = await walk(
    port,
    authority,
    [{ place: top, within: [top], names: [] }],
    signal,
    (child, step) => {
      if (child.kind !== "folder")
        assets.push({ asset: child.kind, id: child.id, name: child.name, within: step.within });
    },
  );
  return walked.ok ? ok(assets) : walked;
}

/** What a person sees of places: their workspaces, the folders in these, and reports. For pickers. */
export async function findPlaces(
  port: Smartsheet,
  authority: Authority,
  signal?: AbortSignal,
): Promise<Result<FoundPlace[], UpstreamError>> {
  const workspaces = await port.listWorkspaces(authority, signal);
  if (!workspaces.ok) return workspaces;
  const found: FoundPlace[] = workspaces.value.map(({ id, name }) => ({
    type: "workspace",
    id,
    name,
    path: [],
  }));
  const tops = workspaces.value.map(({ id, name }): Step => {
    const place: Place = { type: "workspace", id };
    return { place, within: [place], names: [name] };
  });
  const walked = await walk(port, authority, tops, signal, (child, step) => {
    if (child.kind !== "sheet")
      found.push({ type: child.kind, id: child.id, name: child.name, path: step.names });
  });
  return walked.ok ? ok(found) : walked;
}

async function walk(
  port: Smartsheet,
  authority: Authority,
  tops: readonly Step[],
  signal: AbortSignal | undefined,
  see: (child: { kind: "sheet" | "report" | "folder"; id: string; name: string }, step: Step) => void,
): Promise<Result<null, UpstreamError>> {
  const seen = new Set(tops.map(({ place }) => `${place.type}:${place.id}`));
  let line = [...tops];
  while (line.length > 0) {
    const batch = line.slice(0, AT_ONCE);
    line = line.slice(AT_ONCE);
    const answers = await Promise.all(batch.map(({ place }) => port.listChildren(authority, place, signal)));
    for (const [at, answer] of answers.entries()) {
      const step = batch[at];
      if (!step) continue;
      if (!answer.ok) return answer;
      for (const child of answer.value) {
        see(child, step);
        if (child.kind !== "folder" || seen.has(`folder:${child.id}`)) continue;
        seen.add(`folder:${child.id}`);
        const place: Place = { type: "folder", id: child.id };
        line.push({ place, within: [...step.within, place], names: [...step.names, child.name] });
      }
    }
    if (seen.size > MOST_PLACES) return fail(upstreamError("too_large"));
  }
  return ok(null);
}
