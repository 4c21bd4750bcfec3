import type { IncomingMessage } from "node:http";
import { parseId } from "../store/ids";
import type { Id } from "../store/types";
import { isRecord, readJson } from "./body";
import { ApiError, unparsable } from "./errors";

export type Body = Record<string, unknown>;

/** A JSON object. Errors: 400/1008 for anything else. */
export async function readObject(request: IncomingMessage): Promise<Body> {
  const body = await readJson(request);
  if (!isRecord(body)) throw unparsable("the body must be an object");
  return body;
}

/** One object or a list of them; `isList` says which it was, since many answers follow the request in that. */
export async function readObjects(request: IncomingMessage): Promise<{ items: Body[]; isList: boolean }> {
  const body = await readJson(request);
  const items: unknown[] = Array.isArray(body) ? body : [body];
  if (!items.every(isRecord)) throw unparsable("the body must be an object or a list of objects");
  return { items, isList: Array.isArray(body) };
}

export const missingAttribute = (name: string) =>
  new ApiError(400, 1012, `A required object attribute is missing from your request: ${name}.`);
export const badAttribute = (value: unknown, name: string) =>
  new ApiError(400, 1031, `The value '${shown(value)}' was not valid for the attribute ${name}.`);
const notAllowed = (names: string[]) =>
  new ApiError(400, 1032, `The attribute(s) ${names.join(", ")} are not allowed for this operation.`);
const tooLong = (name: string, most: number, length: number) =>
  new ApiError(
    400,
    1041,
    `The value for ${name} must be ${most} characters in length or less, but was ${length}.`,
  );

/** Errors: 400/1032 naming whatever the body holds besides `names`. */
export function allowOnly(body: Body, names: readonly string[]): void {
  const others = Object.keys(body).filter((name) => !names.includes(name));
  if (others.length > 0) throw notAllowed(others);
}

/** Undefined where the member is absent or null. Errors: 400/1031 for what is no text, 1041 beyond `most` characters. */
export function textIn(body: Body, name: string, most = Number.POSITIVE_INFINITY): string | undefined {
  const value = body[name] ?? undefined;
  if (value === undefined) return undefined;
  if (typeof value !== "string") throw badAttribute(value, name);
  if (value.length > most) throw tooLong(name, most, value.length);
  return value;
}

/** The same for a text that must be there: 400/1012 where it is absent or blank. */
export function needText(body: Body, name: string, most?: number): string {
  const text = textIn(body, name, most)?.trim();
  if (!text) throw missingAttribute(name);
  return text;
}

export function flagIn(body: Body, name: string): boolean | undefined {
  const value = body[name] ?? undefined;
  if (value !== undefined && typeof value !== "boolean") throw badAttribute(value, name);
  return value;
}

/** An id as a number or as its digits; undefined where absent or null. */
export function idIn(body: Body, name: string): Id | undefined {
  const value = body[name] ?? undefined;
  if (value === undefined) return undefined;
  const id = typeof value === "string" ? parseId(value) : value;
  if (typeof id === "bigint" || (typeof id === "number" && Number.isSafeInteger(id) && id > 0)) return id;
  throw badAttribute(value, name);
}

/** One word of a list, in whatever case. */
export function wordIn<Word extends string>(
  body: Body,
  name: string,
  words: readonly Word[],
): Word | undefined {
  const text = textIn(body, name);
  if (text === undefined) return undefined;
  const word = words.find((candidate) => candidate.toLowerCase() === text.toLowerCase());
  if (word === undefined) throw badAttribute(text, name);
  return word;
}

function shown(value: unknown): string {
  return typeof value === "object"
    ? JSON.stringify(value, (_, inner) => (typeof inner === "bigint" ? String(inner) : inner))
    : String(value);
}
