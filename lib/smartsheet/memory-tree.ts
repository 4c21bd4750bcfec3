import type { GroupId, SheetId } from "@/lib/policy/ids";
import { fail, ok, type Result } from "@/lib/result";
import { upstreamError } from "./errors";
import type { MemoryPerson, MemoryPlace, MemorySheet, MemoryWorld } from "./memory-adapter";
import type { Authority, Child, PathTo, Place, Smartsheet, UpstreamError } from "./port";

/** One call of the imitation in memory: counted, judged, then run as whoever the authority acts as. */
export type MemoryAct = <T>(
  name: keyof Smartsheet,
  authority: Authority,
  facts: { signal?: AbortSignal; sheetId?: SheetId },
  run: (actor: MemoryPerson) => Result<T, UpstreamError>,
) => Promise<Result<T, UpstreamError>>;

const NOT_FOUND = fail(upstreamError("not_found", { status: 404, errorCode: 1006 }));

/** The access level a person has to a sheet: by a share of its own, or of the workspace it lies in. Null: none. */
export function accessTo(
  world: MemoryWorld,
  { shares, placeId }: MemorySheet,
  { profile }: Pick<MemoryPerson, "profile">,
): string | null {
  if (Object.hasOwn(shares, profile.email)) return shares[profile.email] ?? "VIEWER";
  const top = pathOf(world, placeId)[0]?.shares ?? {};
  return Object.hasOwn(top, profile.email) ? (top[profile.email] ?? "VIEWER") : null;
}

/** From the outermost place down. */
function pathOf(world: MemoryWorld, placeId: string | undefined): MemoryPlace[] {
  const place = world.places?.find(({ id }) => id === placeId);
  return place ? [...pathOf(world, place.parentId), place] : [];
}

function seesPlace(world: MemoryWorld, place: MemoryPlace, { profile }: MemoryPerson): boolean {
  return Object.hasOwn(pathOf(world, place.id)[0]?.shares ?? {}, profile.email);
}

export function memoryTree(
  world: MemoryWorld,
  act: MemoryAct,
): Pick<Smartsheet, "listWorkspaces" | "listChildren" | "getPath"> {
  return {
    listWorkspaces: (authority, signal) =>
      act("listWorkspaces", authority, { signal }, (actor) => {
        const open = (world.places ?? []).filter(
          (one) => one.type === "workspace" && seesPlace(world, one, actor),
        );
        return ok(open.map(({ id, name }) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name)));
      }),
    listChildren: (authority, { type, id }, signal) =>
      act<Child[]>("listChildren", authority, { signal }, (actor) => {
        const place = world.places?.find((one) => one.id === id && one.type === type);
        if (!place || !seesPlace(world, place, actor)) return NOT_FOUND;
        const folders = (world.places ?? []).filter(({ parentId }) => parentId === id);
        const sheets = world.sheets.filter(({ placeId }) => placeId === id);
        return ok([
          ...folders.map((one) => ({ id: one.id, name: one.name, kind: "folder" as const })),
          ...sheets.map(({ sheet }) => ({
            id: sheet.id as string,
            name: sheet.name,
            kind: "sheet" as const,
          })),
        ]);
      }),
    getPath: (authority, kind, id, signal) =>
      act<PathTo>("getPath", authority, { signal, sheetId: id as SheetId }, (actor) => {
        const placed = kind === "folder" ? folderOf(world, id, actor) : sheetOf(world, kind, id, actor);
        if (placed === null) return NOT_FOUND;
        const path = pathOf(world, placed.placeId);
        const isSeen = path[0] && seesPlace(world, path[0], actor);
        // Whoever does not see the workspace sees the sheet in a Sheets folder of their own.
        const places: Place[] = isSeen
          ? path.map(({ type, id: at }) => ({ type, id: at }))
          : [{ type: "workspace", id: "1" }];
        return ok({ places, name: placed.name });
      }),
  };
}

type Placed = { name: string; placeId: string | undefined } | null;

function folderOf(world: MemoryWorld, id: string, actor: MemoryPerson): Placed {
  const folder = world.places?.find((one) => one.type === "folder" && one.id === id);
  return folder && seesPlace(world, folder, actor) ? { name: folder.name, placeId: folder.id } : null;
}

function sheetOf(world: MemoryWorld, kind: Child["kind"], id: string, actor: MemoryPerson): Placed {
  const found = world.sheets.find(({ sheet }) => sheet.id === id);
  if (kind !== "sheet" || !found || accessTo(world, found, actor) === null) return null;
  return { name: found.sheet.name, placeId: found.placeId };
}

export function memoryGroups(
  world: MemoryWorld,
  act: MemoryAct,
): Pick<Smartsheet, "listGroups" | "listGroupMembers"> {
  return {
    listGroups: (authority, signal) =>
      act("listGroups", authority, { signal }, () =>
        ok(
          (world.groups ?? [])
            .map(({ id, name }) => ({ id: id as GroupId, name }))
            .sort((a, b) => a.name.localeCompare(b.name)),
        ),
      ),
    listGroupMembers: (authority, groupId, signal) =>
      act("listGroupMembers", authority, { signal }, () => {
        const group = world.groups?.find(({ id }) => id === groupId);
        if (!group) return NOT_FOUND;
        return ok(
          world.people
            .filter(({ profile }) => group.members.includes(profile.email))
            .map(({ profile: { id, email, name } }) => ({ id, email, name })),
        );
      }),
  };
}
