import type { Container, Id, Sight } from "../../store/types";
import type { Call } from "../call";

/** A dashboard like another, owned by the caller and shared with nobody. */
export function copySightTo(call: Call, sight: Sight, container: Container | null, name: string): Sight {
  const { store, clock } = call.sandbox;
  const id = store.nextId("sight");
  const now = clock();
  const copy: Sight = {
    ...sight,
    id,
    key: store.ids.text(`sight/${id}`),
    name,
    owner: call.person,
    shares: [],
    container,
    createdAt: now,
    modifiedAt: now,
    widgets: sight.widgets.map((widget) => ({
      ...widget,
      id: store.nextId("widget"),
      contents: structuredClone(widget.contents),
    })),
    publish: { enabled: false, accessibleBy: "ALL" },
    sourceId: sight.id,
  };
  store.sights.push(copy);
  return copy;
}

/** Points the widgets at copies of what they showed: every id that is a key of `ids` is replaced. */
export function remapSight(sight: Sight, ids: ReadonlyMap<Id, Id>): void {
  for (const widget of sight.widgets) widget.contents = remap(widget.contents, ids) as typeof widget.contents;
}

function remap(value: unknown, ids: ReadonlyMap<Id, Id>): unknown {
  if (typeof value === "number" || typeof value === "bigint") return ids.get(value) ?? value;
  if (Array.isArray(value)) return value.map((item) => remap(item, ids));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, remap(member, ids)]));
}
