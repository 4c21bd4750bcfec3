import { type Body, idIn, missingAttribute, wordIn } from "../../http/attributes";
import { notAuthorized } from "../../http/errors";
import { atLeast } from "../../store/store";
import type { Container } from "../../store/types";
import { type Call, unshared } from "../call";
import { findFor } from "./open";

const TYPES = ["folder", "home", "workspace"] as const;

/**
 * Where a request wants its copy, or what it moves: `{destinationType, destinationId}`. Null is the caller's Sheets
 * folder (`home`, deprecated, which needs no id). Errors: 400/1012 and 1031 for what is missing or no destination,
 * 404/1006 for what the caller cannot see, 403/1004 without the right to put things there.
 */
export function readDestination(call: Call, body: Body): Container | null {
  const type = wordIn(body, "destinationType", TYPES);
  if (type === undefined) throw missingAttribute("destinationType");
  const id = idIn(body, "destinationId");
  if (type === "home") {
    if (!call.person.licensed) throw notAuthorized();
    return null;
  }
  if (id === undefined) throw missingAttribute("destinationId");
  const found = findFor(call, type, id);
  if (!found) throw unshared(call);
  if (!atLeast(found.level, "ADMIN")) throw notAuthorized();
  return found.node;
}
