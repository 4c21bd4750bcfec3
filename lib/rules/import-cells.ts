import { endOfDay, startOfDay } from "@/lib/days";
import { plainAddress } from "@/lib/policy/addresses";
import { SMARTSHEET_ID } from "@/lib/policy/ids";
import { addDays, dayOfText } from "@/lib/policy/times";
import { fail, ok, type Result } from "@/lib/result";
import type { ColumnsInput, MaskInput, MasksInput, ResourceInput, RuleInput } from "./schema";

/** What one cell of a file of rules says; an error is one sentence on how to write it. Pure. */
type Cell<T> = Result<T, string>;

/** A spreadsheet keeps text it would take for a formula behind an apostrophe. */
export function plainCell(text: string): string {
  return text.trim().replace(/^'(?=[=+\-@])/, "");
}

export function effectCell(text: string): Cell<RuleInput["effect"]> {
  const word = text.toLowerCase();
  return word === "permit" || word === "forbid" ? ok(word) : fail("Write permit or forbid.");
}

export function whoCell(text: string): Cell<RuleInput["principal"]> {
  if (text.toLowerCase() === "everyone") return ok({ type: "everyone" });
  const [, kind = "", rest = ""] = /^(domain|group|link):(.*)$/i.exec(text) ?? [];
  const name = rest.trim();
  switch (kind.toLowerCase()) {
    case "domain":
      return ok({ type: "domain", domain: name });
    case "group":
      return ok({ type: SMARTSHEET_ID.test(name) ? "group" : "localGroup", id: name });
    case "link":
      return ok({ type: "link", id: name.toLowerCase() === "all" ? null : name });
  }
  if (text.startsWith("@")) return ok({ type: "domain", domain: text.slice(1) });
  const email = plainAddress(text);
  return email === null
    ? fail("Write one e-mail address, domain:acme.com, everyone, or group: with the group's id.")
    : ok({ type: "user", email });
}

export function resourceCell(text: string): Cell<ResourceInput> {
  const [, kind = "sheet", id] = /^(?:(sheet|report|folder|workspace):)?\s*(\d+)$/i.exec(text) ?? [];
  if (id !== undefined && SMARTSHEET_ID.test(id))
    return ok({ type: kind.toLowerCase() as ResourceInput["type"], id });
  if (/^\d(?:[.,]\d+)?e\+?\d+$/i.test(text))
    return fail("A spreadsheet has rounded this id. Format the column as text and paste the id again.");
  return fail("Write the sheet's id in digits, or folder: or workspace: and an id.");
}

/** By title, whatever the names look like: which of them are ids only the sheet can tell. */
export function columnsCell(text: string): Cell<ColumnsInput> {
  if (text.toLowerCase() === "all") return ok({ mode: "all" });
  const [, but, list = text] = /^(all but)\s+(.*)$/i.exec(text) ?? [];
  const titles = partsOf(list);
  if (titles.length === 0) return fail("Write all, or titles or ids with | between them.");
  return ok({ mode: but === undefined ? "only" : "except", titles });
}

export function masksCell(text: string): Cell<MasksInput> {
  const masks: MasksInput = [];
  for (const part of partsOf(text)) {
    const [, title = "", kind = "", given = ""] = MASK.exec(part) ?? [];
    const mask = maskOf(kind.toLowerCase(), given.trim());
    if (title.trim() === "" || mask === null)
      return fail(`“${part.slice(0, 40)}” is no mask. Write such as IBAN=last4 or Pay=range:10000.`);
    masks.push({ title: title.trim(), mask });
  }
  return ok(masks);
}

const MASK = /^(.*)=\s*(last4|initials|year|range|text)(?::(.*))?$/i;

function maskOf(kind: string, given: string): MaskInput | null {
  switch (kind) {
    case "last4":
    case "initials":
    case "year":
      return given === "" ? { kind } : null;
    case "range":
      return /^\d{1,12}$/.test(given) && Number(given) >= 2 ? { kind: "bucket", size: Number(given) } : null;
    case "text":
      return given === "" ? null : { kind: "constant", text: given };
    default:
      return null;
  }
}

function partsOf(text: string): string[] {
  return text
    .split("|")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

export function addressCell(text: string): Cell<string> {
  const email = plainAddress(text);
  return email === null ? fail("Write the e-mail address of one person.") : ok(email);
}

/** How far the number may go is the rule's own shape to say. */
export function freshCell(text: string): Cell<number> {
  return /^\d{1,9}$/.test(text) ? ok(Number(text)) : fail("Write whole seconds from 5 to 3600.");
}

/** A day counts from its first moment, or until it is over. */
export function momentCell(text: string, timeZone: string, edge: "start" | "end"): Cell<string> {
  if (dayOfText(text) === text && addDays(text, 0) === text)
    return ok(edge === "start" ? startOfDay(text, timeZone) : endOfDay(text, timeZone));
  return /^\d{4}-\d{2}-\d{2}T/.test(text) ? ok(text) : fail("Write a day such as 2026-12-31.");
}
