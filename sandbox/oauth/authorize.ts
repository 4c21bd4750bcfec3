import { type Reply, redirect } from "../http/reply";
import type { Sandbox } from "../sandbox";
import { acceptsRedirect } from "./client";
import { type Challenge, CODE_LIFETIME_MS } from "./grants";
import { consentPage, errorPage, pickerPage } from "./pages";
import { readChallenge } from "./pkce";
import { parseScopes, type Scope } from "./scopes";

interface Asked {
  redirectUri: string;
  state: string | null;
  scopes: Scope[];
  challenge: Challenge | null;
  /** Parameters the next page carries on. */
  hidden: Record<string, string>;
}

const CARRIED = [
  "response_type",
  "client_id",
  "scope",
  "state",
  "redirect_uri",
  "code_challenge",
  "code_challenge_method",
];

/** What `error_description` says, where it is sent (switch `redirectDescription`). */
const DESCRIPTIONS = {
  access_denied: "The person denied the request.",
  unsupported_response_type: "The response_type must be code.",
  invalid_scope: "A scope is unknown.",
  invalid_request: "The code_challenge is not valid.",
};

/** The browser's part: pick a person, consent, go back with a code. No cookie: each sign-in may be someone else. */
export function authorize(
  sandbox: Sandbox,
  step: "pick" | "consent" | "decide",
  form: URLSearchParams,
): Reply {
  const asked = readRequest(sandbox, form);
  if ("status" in asked) return asked;
  if (step === "pick") return pickerPage(sandbox.store.people, asked.hidden);
  const person = sandbox.store.person(form.get("person") ?? "");
  if (!person) return errorPage("Nobody by that name", "Go back and pick a person from the list.");
  if (!person.active)
    return errorPage("This account is deactivated", `${person.name} cannot sign in any more.`, 403);
  if (step === "consent") return consentPage(person, asked.scopes, { ...asked.hidden, person: person.email });
  if (form.get("decision") !== "allow") return goBackRefused(sandbox, asked, "access_denied");
  const { code } = sandbox.grants.issueCode(person, asked.scopes, asked.redirectUri, asked.challenge);
  person.lastLogin = sandbox.clock();
  return goBack(asked, { code, expires_in: String(CODE_LIFETIME_MS) });
}

/** A wrong client or redirect ends on a page: redirecting then would hand the answer to a stranger. */
function readRequest(sandbox: Sandbox, form: URLSearchParams): Asked | Reply {
  const refuse = (text: string) => errorPage("This sign-in cannot go on", text);
  if (form.get("client_id") !== sandbox.client.id) return refuse("The client id is unknown.");
  const redirectUri = form.get("redirect_uri") ?? sandbox.client.redirects[0];
  if (!redirectUri) return refuse("The request names no redirect URL and none is registered.");
  if (!acceptsRedirect(sandbox.client, redirectUri) || !URL.canParse(redirectUri))
    return refuse("The redirect URL is not registered.");
  const asked = { redirectUri, state: form.get("state") };
  if (form.get("response_type") !== "code") return goBackRefused(sandbox, asked, "unsupported_response_type");
  const scopes = parseScopes(form.get("scope") ?? "");
  if (!scopes) return goBackRefused(sandbox, asked, "invalid_scope");
  const challenge = readChallenge(form);
  if (challenge === undefined && sandbox.switches.is("pkce", "enforced"))
    return goBackRefused(sandbox, asked, "invalid_request");
  const hidden: Record<string, string> = {};
  for (const name of CARRIED) {
    const value = form.get(name);
    if (value !== null) hidden[name] = value;
  }
  return { ...asked, scopes, challenge: challenge ?? null, hidden };
}

type Back = Pick<Asked, "redirectUri" | "state">;

function goBackRefused(sandbox: Sandbox, asked: Back, error: keyof typeof DESCRIPTIONS): Reply {
  const isDescribed = sandbox.switches.is("redirectDescription", "sent");
  return goBack(asked, { error, ...(isDescribed ? { error_description: DESCRIPTIONS[error] } : {}) });
}

function goBack(asked: Back, answer: Record<string, string>): Reply {
  const url = new URL(asked.redirectUri);
  for (const [name, value] of Object.entries(answer)) url.searchParams.set(name, value);
  if (asked.state !== null) url.searchParams.set("state", asked.state);
  return redirect(url.href);
}
