import { ApiError } from "../../../http/errors";
import type { SummaryField } from "../../../store/types";
import type { Call } from "../../call";

/** Errors: 400/1208 for twins in the request, 1193 for a title another field has; neither with `renameIfConflict`. */
export function requireFreeTitles(call: Call, others: SummaryField[], titles: string[]): void {
  if (call.query.get("renameIfConflict") === "true") return;
  if (new Set(titles).size < titles.length)
    throw new ApiError(400, 1208, "Duplicate summary field title in request.");
  if (others.some(({ title }) => titles.includes(title)))
    throw new ApiError(400, 1193, "Duplicate summary field title.");
}

/** The title itself, or with "(1)" and so on after it where it is taken. */
export function freeTitle(others: SummaryField[], title: string): string {
  const taken = new Set(others.map((field) => field.title));
  let free = title;
  for (let number = 1; taken.has(free); number += 1) free = `${title} (${number})`;
  return free;
}
