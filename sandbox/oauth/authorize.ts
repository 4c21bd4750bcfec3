import { html, type Reply, redirect } from "../http/reply";
import type { Sandbox } from "../sandbox";
import { acceptsRedirect } from "./client";
import { CODE_LIFETIME_MS } from "./grants";
import { consentPage, errorPage, pickerPage } from "./pages";
import { parseScopes, type Scope } from "./scopes";

interface Asked {
  redirectUri: string;
  state: string | null;
  scopes: Scope[];
  hidden: Record<string, string>;
}

/** The browser's part: pick a person, consent, go back with a code. No cookie: each sign-in may be someone else. */
export function authorize(
  sandbox: Sandbox,
  step: "pick" | "consent" | "decide",
  form: URLSearchParams,
): Reply {
  const asked = readRequest(sandbox, form);
  if ("status" in asked) return asked;
  if (step === "pick") return html(pickerPage(sandbox.store.people, asked.hidden));
  const person = sandbox.store.person(form.get("person") ?? "");
  if (!person) return html(errorPage("Nobody by that name", "Go back and pick a person from the list."), 400);
  if (!person.active)
    return html(errorPage("This account is deactivated", `${person.name} cannot sign in any more.`), 403);
  if (step === "consent")
    return html(consentPage(person, asked.scopes, { ...asked.hidden, person: person.email }));
  if (form.get("decision") !== "allow") return goBack(asked, { error: "access_denied" });
  const { code } = sandbox.grants.issueCode(person, asked.scopes, asked.redirectUri);
  person.lastLogin = sandbox.clock();
  return goBack(asked, { code, expires_in: String(CODE_LIFETIME_MS) });
}

/** A wrong client or redirect ends on a page: redirecting then would hand the answer to a stranger. */
function readRequest(sandbox: Sandbox, form: URLSearchParams): Asked | Reply {
  const refuse = (text: string) => html(errorPage("This sign-in cannot go on", text), 400);
  if (form.get("client_id") !== sandbox.client.id) return refuse("The client id is unknown.");
  const redirectUri = form.get("redirect_uri") ?? sandbox.client.redirects[0];
  if (!redirectUri) return refuse("The request names no redirect URL and none is registered.");
  if (!acceptsRedirect(sandbox.client, redirectUri)) return refuse("The redirect URL is not registered.");
  const state = form.get("state");
  const asked = { redirectUri, state, scopes: [], hidden: {} };
  if (form.get("response_type") !== "code") return goBack(asked, { error: "unsupported_response_type" });
  const scopes = parseScopes(form.get("scope") ?? "");
  if (!scopes) return goBack(asked, { error: "invalid_scope" });
  const hidden: Record<string, string> = {};
  for (const name of ["response_type", "client_id", "scope", "state", "redirect_uri"]) {
    const value = form.get(name);
    if (value !== null) hidden[name] = value;
  }
  return { redirectUri, state, scopes, hidden };
}

function goBack(asked: Asked, answer: Record<string, string>): Reply {
  const url = new URL(asked.redirectUri);
  for (const [name, value] of Object.entries(answer)) url.searchParams.set(name, value);
  if (asked.state !== null) url.searchParams.set("state", asked.state);
  return redirect(url.href);
}
