import { isRecord } from "../../http/body";
import type { Id } from "../../store/types";

/** Widget contents come from scenarios as they are: nothing in them is sure to have the type it should have. */
export type Json = Record<string, unknown>;

export function asRecord(value: unknown): Json | null {
  return isRecord(value) ? value : null;
}

export function asRecords(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

export function asId(value: unknown): Id | null {
  return typeof value === "number" || typeof value === "bigint" ? value : null;
}
