import { json } from "../../http/reply";
import type { Handler } from "../call";

export const revokeToken: Handler = (call) => {
  const { grants } = call.sandbox;
  const { caller } = call;
  if (caller.kind === "raw") grants.revokedRaw.add(caller.token);
  else if (call.query.get("deleteAllForApiClient") === "true")
    for (const token of grants.of(caller.person.email)) token.revoked = true;
  else {
    const token = grants.byAccess.get(caller.token);
    if (token) token.revoked = true;
  }
  return json({ resultCode: 0, message: "SUCCESS" });
};
