import type { Person } from "../store/types";
import { SCOPES, type Scope } from "./scopes";

const STYLE = `
:root{color-scheme:light dark;--bg:#f5f6f8;--card:#fff;--ink:#1b1e24;--soft:#596070;--line:#dde0e6;--accent:#1f4fbf;--accent-ink:#fff;--hover:#eef2fb;--note:#fff4d6;--note-ink:#5c4300}
@media (prefers-color-scheme:dark){:root{--bg:#14161a;--card:#1d2026;--ink:#eceef2;--soft:#a5acb9;--line:#343943;--accent:#8fb0ff;--accent-ink:#0c1733;--hover:#272c36;--note:#3b3115;--note-ink:#f2d98c}}
*{box-sizing:border-box;margin:0}
body{background:var(--bg);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;padding:6vh 16px}
main{max-width:460px;margin:0 auto;background:var(--card);border:1px solid var(--line);border-radius:12px;padding:28px}
h1{font-size:21px;line-height:1.25;letter-spacing:-.01em;margin:14px 0 6px}
p{color:var(--soft)}
.note{background:var(--note);color:var(--note-ink);border-radius:8px;padding:8px 12px;font-size:13px;font-weight:550}
ul{list-style:none;padding:0;margin:18px 0 0}
.people{display:grid;gap:4px}
.scopes li{padding:9px 0;border-top:1px solid var(--line)}
.scopes code{color:var(--soft);font-size:12px;display:block}
button{font:inherit;color:inherit;cursor:pointer;border:1px solid var(--line);background:transparent;border-radius:8px;padding:8px 14px}
button:hover{background:var(--hover)}
button:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.people button{width:100%;display:grid;grid-template-columns:36px 1fr auto;gap:12px;align-items:center;text-align:left;border-color:transparent}
.face{width:36px;height:36px;border-radius:50%;display:grid;place-items:center;background:var(--hover);color:var(--accent);font-size:13px;font-weight:650}
.people strong{display:block;font-weight:600}
.mail{color:var(--soft);font-size:13px}
.role{color:var(--soft);font-size:12px}
.ends{display:flex;gap:10px;margin-top:22px}
.ends button{flex:1;font-weight:600}
.main{background:var(--accent);color:var(--accent-ink);border-color:var(--accent)}
.main:hover{background:var(--accent);filter:brightness(1.08)}`;

const NOTE = `<p class="note" role="note">Sandbox: an imitation of Smartsheet, made-up data</p>`;

function page(title: string, content: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(title)} · Sandbox</title><style>${STYLE}</style></head><body><main>${NOTE}${content}</main></body></html>`;
}

export function pickerPage(people: Person[], hidden: Record<string, string>): string {
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

export function consentPage(person: Person, scopes: Scope[], hidden: Record<string, string>): string {
  const items = scopes.map((scope) => `<li>${SCOPES[scope]}<code>${scope}</code></li>`);
  const asks = items.length > 0 ? `<ul class="scopes">${items.join("")}</ul>` : "";
  return page(
    "Allow access",
    `<h1>Allow access to your account?</h1><p>You are ${escapeHtml(person.name)} (${escapeHtml(person.email)}). The app asks to ${items.length > 0 ? "do this for you" : "know who you are"}:</p>${asks}<form method="post" action="/b/authorize/decision">${fields(hidden)}<div class="ends"><button name="decision" value="deny">Deny</button><button class="main" name="decision" value="allow">Allow</button></div></form>`,
  );
}

export function errorPage(title: string, text: string): string {
  return page(title, `<h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p>`);
}

function fields(hidden: Record<string, string>): string {
  return Object.entries(hidden)
    .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`)
    .join("");
}

function escapeHtml(text: string): string {
  const signs: Record<string, string> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}
