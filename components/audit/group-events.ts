/** Events of one request that stand together, newest first as they came: "allowed" and "served" are one story. */
export function groupByRequest<E extends { requestId: string }>(events: readonly E[]): E[][] {
  const groups = new Map<string, E[]>();
  for (const event of events) {
    const group = groups.get(event.requestId);
    if (group) group.push(event);
    else groups.set(event.requestId, [event]);
  }
  return [...groups.values()];
}

export type Place = "alone" | "first" | "middle" | "last";

/** Where an event stands among those of its request. */
export function placeOf(index: number, count: number): Place {
  if (count === 1) return "alone";
  if (index === 0) return "first";
  return index === count - 1 ? "last" : "middle";
}
