import { plainAddress } from "@/lib/policy/addresses";
import { foldTitle } from "@/lib/policy/titles";
import { ACTIONS, type Action } from "@/lib/policy/types";
import type { MaskInput } from "@/lib/rules/schema";
import { type ColumnsChoice, type Draft, type DraftMask, isOverMany, namesBy, type Who } from "./draft";

/** Another sheet has other columns, so what named the old ones falls; titles stay from one folder to another. */
export function withResource(draft: Draft, resource: NonNullable<Draft["resource"]>): Draft {
  const before = draft.resource;
  const isSame = before?.id === resource.id && before.type === resource.type;
  if (isSame || (isOverMany(before) && isOverMany(resource))) return { ...draft, resource };
  const columns: Draft["columns"] =
    draft.columns?.mode === "all" ? { mode: "all", by: namesBy(resource), names: [] } : null;
  return { ...draft, resource, columns, masks: [], rows: null, parents: false };
}

export function withEffect(draft: Draft, effect: Draft["effect"]): Draft {
  if (effect === draft.effect) return draft;
  if (effect === "permit") return { ...draft, effect };
  const columns = draft.columns ?? { mode: "all", by: namesBy(draft.resource), names: [] };
  return { ...draft, effect, actions: ["read"], columns };
}

/** Another connection may reach another plan, so what was picked from the old one falls. */
export function withConnection(draft: Draft, connectionId: string): Draft {
  const cleared = { assume: null, resource: null, columns: null, masks: [], rows: null, parents: false };
  return { ...draft, ...cleared, connectionId, who: draft.who?.type === "group" ? null : draft.who };
}

export function withAction(draft: Draft, action: Action, isOn: boolean): Draft {
  const actions = ACTIONS.filter((each) =>
    each === "read" ? true : each === action ? isOn : draft.actions.includes(each),
  );
  return { ...draft, actions };
}

/** Other columns, with the masks of those that are still shown. */
export function withColumns(draft: Draft, columns: ColumnsChoice): Draft {
  return { ...draft, columns, masks: draft.masks.filter((mask) => isShown(columns, mask)) };
}

/** All rows have none above them that would not be shown anyhow. */
export function withRows(draft: Draft, rows: Draft["rows"]): Draft {
  return { ...draft, rows, parents: rows !== null && draft.parents };
}

/** A mask on a column, another one in its place, or none (null). */
export function withMask(draft: Draft, by: ColumnsChoice["by"], name: string, mask: MaskInput | null): Draft {
  const place = draft.masks.findIndex((each) => isFor(each, by, name));
  const others = draft.masks.filter((each) => !isFor(each, by, name));
  if (mask === null) return { ...draft, masks: others };
  const next: DraftMask = by === "id" ? { columnId: name, mask } : { title: name, mask };
  const at = place === -1 ? others.length : place;
  return { ...draft, masks: [...others.slice(0, at), next, ...others.slice(at)] };
}

/** The mask a column shows, or null. */
export function maskOf(
  { masks }: Pick<Draft, "masks">,
  by: ColumnsChoice["by"],
  name: string,
): MaskInput | null {
  return masks.find((each) => isFor(each, by, name))?.mask ?? null;
}

function isFor({ columnId, title }: DraftMask, by: ColumnsChoice["by"], name: string): boolean {
  return by === "id" ? columnId === name : title !== undefined && foldTitle(title) === foldTitle(name);
}

/** True where the choice shows the masked column, named the same way. */
function isShown({ mode, by, names }: ColumnsChoice, mask: DraftMask): boolean {
  if (mode === "all") return true;
  const isNamed = names.some((name) => isFor(mask, by, name));
  if (mode === "only") return isNamed;
  return by === "id" && mask.columnId !== undefined && !isNamed;
}

/** What somebody typed into "who" as a person, a domain or a share link's id, or null. */
export function whoOfText(text: string): Who | null {
  const typed = text.trim();
  const address = plainAddress(typed);
  if (address !== null) return { type: "user", email: address };
  const domain = typed.replace(/^@/, "").toLowerCase();
  if (/^[0-9a-z](?:[0-9a-z-]*[0-9a-z])?(?:\.[0-9a-z](?:[0-9a-z-]*[0-9a-z])?)+$/.test(domain))
    return { type: "domain", domain };
  return /^L-[A-Za-z0-9-]{1,40}$/.test(typed) ? { type: "link", id: typed } : null;
}
