import type { Reply } from "../http/reply";
import { escapeHtml, pageReply } from "../page/html";
import { BASE_STYLE } from "../page/style";
import type { Person } from "../store/types";
import { SCOPES, type Scope } from "./scopes";

const STYLE = `${BASE_STYLE}
body{font-size:15px;line-height:1.5;padding:6vh 16px}
main{max-width:460px;margin:0 auto;background:var(--surface);border:1px solid var(--line);border-radius:10px;padding:28px}
h1{margin:16px 0 6px}
p{color:var(--ink-2)}
.note{color:var(--warn-ink);border-radius:6px;padding:8px 12px;font-size:13px}
ul{list-style:none;padding:0;margin:18px 0 0}
.people{display:grid;gap:2px;margin-inline:-12px}
.scopes li{padding:9px 0;border-top:1px solid var(--line)}
.scopes code{color:var(--ink-3);display:block}
.people button{width:100%;display:grid;grid-template-columns:36px minmax(0,1fr) auto;gap:12px;align-items:center;text-align:left;border-color:transparent;padding:7px 12px}
.face{width:36px;height:36px;border-radius:50%;display:grid;place-items:center;background:var(--accent-soft);color:var(--accent);font-size:13px;font-weight:650}
.people strong{display:block;font-weight:550}
.mail,.role{color:var(--ink-3);font-size:13px;font-weight:400;overflow-wrap:anywhere}
.role{font-size:12px}
.ends{display:flex;gap:10px;margin-top:24px}
.ends button{flex:1;min-height:38px;font-weight:550}`;

const NOTE = `<p class="note" role="note">Sandbox: an imitation of Smartsheet, made-up data</p>`;

function page(title: string, content: string, status?: number): Reply {
  const seed = { title: `${title} · Sandbox`, style: STYLE, content: `<main>${NOTE}${content}</main>` };
  return pageReply(seed, status);
}

export function pickerPage(people: Person[], hidden: Record<string, string>): Reply {
  const items = people.map((person) => {
    const initials = `${person.firstName[0] ?? ""}${person.lastName[0] ?? ""}`;
    const role = person.active ? (person.admin ? "System Admin" : "") : "Deactivated";
    return `<li><button name="person" value="${escapeHtml(person.email)}"><span class="face" aria-hidden="true">${escapeHtml(initials)}</span><span><strong>${escapeHtml(person.name)}</strong> <span class="mail">${escapeHtml(person.email)}</span></span> <span class="role">${role}</span></button></li>`;
  });
  return page(
    "Sign in",
    `<h1>Sign in as</h1><p>Pick a person. There are no passwords here.</p><form method="get" action="/b/authorize/consent">${fields(hidden)}<ul class="people">${items.join("")}</ul></form>`,
  );
}

export function consentPage(person: Person, scopes: Scope[], hidden: Record<string, string>): Reply {
  const items = scopes.map((scope) => `<li>${SCOPES[scope]}<code>${scope}</code></li>`);
  const asks = items.length > 0 ? `<ul class="scopes">${items.join("")}</ul>` : "";
  return page(
    "Allow access",
    `<h1>Allow access to your account?</h1><p>You are ${escapeHtml(person.name)} (${escapeHtml(person.email)}). The app asks to ${items.length > 0 ? "do this for you" : "know who you are"}:</p>${asks}<form method="post" action="/b/authorize/decision">${fields(hidden)}<div class="ends"><button name="decision" value="deny">Deny</button><button class="main" name="decision" value="allow">Allow</button></div></form>`,
  );
}

export function errorPage(title: string, text: string, status = 400): Reply {
  return page(title, `<h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p>`, status);
}

function fields(hidden: Record<string, string>): string {
  return Object.entries(hidden)
    .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`)
    .join("");
}
