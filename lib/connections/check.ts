import type { ConnectionId } from "@/lib/policy/ids";
import type { UpstreamError } from "@/lib/smartsheet/port";
import type { ReadContext } from "./admin-read";
import type { DelegatedError, DelegatedReader } from "./delegated-reader";
import type { ConnectionCheck } from "./schema";

const HAND_MADE =
  "Make one by hand: sign in to Smartsheet as the System Admin, then Account, Apps & Integrations, API Access, Generate new access token.";

/**
 * Whether a connection's token is a System Admin's hand-made token that can read as others: asks who it is, then reads
 * the profile of one ordinary person as that person.
 */
export async function checkConnection(
  reader: DelegatedReader,
  connectionId: ConnectionId,
  context: ReadContext,
  at: string,
): Promise<ConnectionCheck> {
  const read = (assume: string | null) => ({ purpose: "check", connectionId, assume }) as const;
  const profile = await reader.getProfile(read(null), context);
  if (!profile.ok) return { at, identity: null, ...withoutProfile(profile.error) };
  const identity = { name: profile.value.name, email: profile.value.email };
  const found = (state: ConnectionCheck["state"], finding: string, advice: string) => ({
    at,
    state,
    finding,
    advice,
    identity,
  });
  if (!profile.value.admin)
    return found(
      "not_admin",
      `This token belongs to ${identity.name}, who is no System Admin.`,
      `Only a System Admin's token can read as others. ${HAND_MADE}`,
    );

  const people = await reader.probePeople(read(null), context);
  if (!people.ok)
    return found(
      "cannot_assume",
      "The token may not list the people of the plan.",
      `It looks like a token of an app, with limited rights. ${HAND_MADE}`,
    );
  const candidates = people.value.filter(
    (person) => person.status === "ACTIVE" && person.admin === false && person.email !== identity.email,
  );
  // Two tries: one person may just have been deactivated.
  for (const person of candidates.slice(0, 2)) {
    const assumed = await reader.getProfile(read(person.email), context);
    if (assumed.ok && assumed.value.id === person.id)
      return found(
        "ok",
        `${identity.name} is a System Admin, and the token can read as others. Tried with ${person.name}.`,
        "",
      );
    if (!assumed.ok && assumed.error.kind === "upstream" && assumed.error.error.code !== "cannot_assume")
      return { at, identity, ...withoutProfile(assumed.error) };
  }
  if (candidates.length === 0)
    return found(
      "unproven",
      `${identity.name} is a System Admin, but the plan has nobody else to try reading as.`,
      "Add a person to the plan, then check again.",
    );
  return found(
    "cannot_assume",
    `${identity.name} is a System Admin, but this token cannot read as others.`,
    `It is probably the token of an app (OAuth). ${HAND_MADE}`,
  );
}

function withoutProfile(error: DelegatedError): Pick<ConnectionCheck, "state" | "finding" | "advice"> {
  if (error.kind === "app")
    return { state: "unreachable", finding: "The check could not run.", advice: error.error.message };
  if (error.error.isQueued)
    return {
      state: "unreachable",
      finding: "The check did not get its turn: this token is much in use right now.",
      advice: `Nothing is wrong with the token as far as we know. Check again in ${error.error.retryAfterSeconds ?? 60} s.`,
    };
  return isRefused(error.error)
    ? {
        state: "refused",
        finding: "Smartsheet refuses this token.",
        advice: `It was mistyped, has ended or was revoked. ${HAND_MADE}`,
      }
    : {
        state: "unreachable",
        finding: "Smartsheet did not answer the check.",
        advice: "Nothing is wrong with the token as far as we know. Check again in a minute.",
      };
}

function isRefused(error: UpstreamError): boolean {
  return error.code === "token_invalid" || error.code === "token_expired";
}
