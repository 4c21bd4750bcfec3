import type { Contact, ObjectValue } from "@/lib/policy/sheet";

type Fields = Record<string, unknown>;

function contact(value: unknown): Contact | null {
  if (typeof value !== "object" || value === null) return null;
  const { email, name } = value as Fields;
  const found: Contact = {};
  if (typeof email === "string" && email !== "") found.email = email;
  if (typeof name === "string" && name !== "") found.name = name;
  return found.email === undefined && found.name === undefined ? null : found;
}

/**
 * Smartsheet's typed value in our words; undefined for plain values and for types we do not know, which it asks clients
 * to ignore. Predecessors and durations become the text Smartsheet shows: their parts name row ids a person may not know.
 * Source: Smartsheet API, "ObjectValue".
 */
export function toObjectValue(raw: unknown, text: string | undefined): ObjectValue | undefined {
  if (typeof raw !== "object" || raw === null) return undefined;
  const fields = raw as Fields;
  switch (fields.objectType) {
    case "CONTACT": {
      const found = contact(fields);
      return found === null ? undefined : { type: "CONTACT", ...found };
    }
    case "MULTI_CONTACT": {
      const list = fields.values ?? fields.value;
      if (!Array.isArray(list)) return undefined;
      return { type: "MULTI_CONTACT", values: list.map(contact).filter((entry) => entry !== null) };
    }
    case "MULTI_PICKLIST": {
      const list = fields.values ?? fields.value;
      if (!Array.isArray(list)) return undefined;
      return { type: "MULTI_PICKLIST", values: list.filter((entry) => typeof entry === "string") };
    }
    case "DATE":
    case "DATETIME":
    case "ABSTRACT_DATETIME":
      return typeof fields.value === "string" ? { type: fields.objectType, value: fields.value } : undefined;
    case "DURATION":
    case "PREDECESSOR_LIST":
      return text === undefined ? undefined : { type: fields.objectType, text };
    default:
      return undefined;
  }
}
