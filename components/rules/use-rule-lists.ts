"use client";

import type { PickedColumn, PickedPerson, PickedPlace, PickedSheet } from "@/lib/connections/schema";
import {
  pickAttributes,
  pickColumns,
  pickGroups,
  pickPeople,
  pickPlaces,
  pickSheets,
  pickTitles,
} from "@/lib/rules/actions";
import type { KnownColumns, Names } from "./condition-words";
import type { Draft, ResourceType, SlotName } from "./draft";
import { type Marks, useMarks } from "./use-marks";
import { asList, type Picked, usePicked } from "./use-picked";
import { groupKey } from "./who-words";

/** A group one can choose, Smartsheet's or one of our own. */
export interface PickedGroup {
  id: string;
  name: string;
  members: number;
}

export interface PickedGroups {
  smartsheet: PickedGroup[];
  local: PickedGroup[];
  /** When Smartsheet's were read, ISO 8601; null where they never were. */
  readAt: string | null;
}

export interface PickedAttribute {
  name: string;
  values: string[];
}

/** What the pickers offer, and what it tells about names and columns. */
export interface RuleLists {
  people: Picked<PickedPerson>;
  /** One entry once it is there. */
  groups: Picked<PickedGroups>;
  sheets: Picked<PickedSheet>;
  places: Picked<PickedPlace>;
  sheetColumns: Picked<PickedColumn>;
  /** Suggestions where columns are named by title. */
  titles: Picked<string>;
  attributes: Picked<PickedAttribute>;
  markColumn: Marks["mark"];
  names: Names;
  columns: KnownColumns;
}

interface Asked {
  openSlot: SlotName | null;
  kind: ResourceType;
  /** A template waits for the sheet's columns. */
  wantsColumns: boolean;
}

const PEOPLE_SLOTS: readonly (SlotName | null)[] = ["who", "assume", "resource", "rows"];
const COLUMN_SLOTS: readonly (SlotName | null)[] = ["columns", "rows"];

/** The lists the pickers offer, each read when a picker that shows it opens. */
export function useRuleLists(
  draft: Draft,
  { openSlot, kind, wantsColumns }: Asked,
  kept: { names: Names; columns: KnownColumns },
): RuleLists {
  const { assume, resource, who } = draft;
  const connectionId = draft.connectionId ?? undefined;
  const seenAs = assume === null ? null : { connectionId, assume };
  const isSheet = resource === null || resource.type === "sheet";
  const keyOf = (...parts: unknown[]) => JSON.stringify([connectionId, ...parts]);

  const people = usePicked(keyOf(), PEOPLE_SLOTS.includes(openSlot), () => pickPeople({ connectionId }));
  // Groups come from the copy kept here, so a rule for one may ask for its name at once.
  const isNameless =
    (who?.type === "group" || who?.type === "localGroup") &&
    kept.names[groupKey(who.type, who.id)] === undefined;
  const groups = usePicked(keyOf(), openSlot === "who" || isNameless, async () =>
    asList(await pickGroups({ connectionId })),
  );
  const sheets = usePicked(seenAs && keyOf(assume), openSlot === "resource" && kind === "sheet", () =>
    pickSheets({ connectionId, assume: assume ?? "" }),
  );
  const places = usePicked(seenAs && keyOf(assume), openSlot === "resource" && kind !== "sheet", () =>
    pickPlaces({ connectionId, assume: assume ?? "" }),
  );
  const sheetColumns = usePicked(
    seenAs && resource && isSheet ? keyOf(assume, resource.id) : null,
    COLUMN_SLOTS.includes(openSlot) || wantsColumns,
    () => pickColumns({ connectionId, assume: assume ?? "", sheetId: resource?.id ?? "" }),
  );
  const marked = useMarks(sheetColumns.list, resource?.id ?? null);
  const titles = usePicked(
    seenAs && resource && !isSheet ? keyOf(assume, resource.type, resource.id) : null,
    COLUMN_SLOTS.includes(openSlot),
    () =>
      pickTitles({ connectionId, assume: assume ?? "", type: resource?.type ?? "", id: resource?.id ?? "" }),
  );
  const attributes = usePicked("all", openSlot === "rows", () => pickAttributes({}));

  return {
    ...{ people, groups, sheets, places, titles, attributes },
    sheetColumns: { ...sheetColumns, list: marked.list },
    markColumn: marked.mark,
    names: { ...kept.names, ...namesOf(people.list), ...groupNames(groups.list[0]) },
    columns: {
      ...kept.columns,
      ...Object.fromEntries(sheetColumns.list.map(({ id, title, type }) => [id, { title, type }])),
    },
  };
}

function namesOf(people: readonly PickedPerson[]): Names {
  return Object.fromEntries(people.map(({ email, name }) => [email.toLowerCase(), name]));
}

function groupNames(groups: PickedGroups | undefined): Names {
  if (groups === undefined) return {};
  const named = (type: "group" | "localGroup", list: readonly PickedGroup[]) =>
    list.map(({ id, name }) => [groupKey(type, id), name]);
  return Object.fromEntries([...named("group", groups.smartsheet), ...named("localGroup", groups.local)]);
}
