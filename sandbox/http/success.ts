import { json, type Reply } from "./reply";

/** What a write that worked answers: `{message, resultCode}` with the members given, mostly `result`. */
export function success(members: Record<string, unknown> = {}): Reply {
  return json({ message: "SUCCESS", resultCode: 0, ...members });
}
