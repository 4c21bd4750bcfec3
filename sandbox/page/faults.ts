import {
  FAULT_KINDS,
  FAULT_NAMES,
  type FaultKind,
  type FaultMember,
  faultNotes,
} from "../control/faults/kinds";
import type { Fault } from "../control/faults/plan";
import type { Sandbox } from "../sandbox";
import { escapeHtml } from "./html";
import { actionButton, many } from "./words";

export function faultItems({ faults }: Sandbox): string {
  if (faults.list.length === 0) return `<li class="none">Nothing goes wrong on purpose.</li>`;
  return faults.list
    .map((fault) => {
      const remove = actionButton({
        id: `fault-${fault.id}`,
        pull: `DELETE /fault/${fault.id}`,
        label: "Remove",
        longLabel: `Remove fault ${fault.kind}, number ${fault.id}`,
        done: "Fault removed.",
        className: "quiet",
      });
      return `<li><span class="kind">${fault.kind}</span><span>${sentence(fault)}</span>${remove}</li>`;
    })
    .join("");
}

/** `GET calls of vik@acme.test with “/sheets”, 3 times, has struck once`. */
function sentence(fault: Fault & { seen: number; struck: number }): string {
  const {
    match,
    times,
    after,
    chance,
    id: _id,
    kind: _kind,
    seen: _seen,
    struck,
    ...members
  } = {
    id: 0,
    ...fault,
  };
  const which = [
    match.method ? `${match.method} calls` : "Calls",
    match.caller ? `of ${match.caller}` : "",
    match.assumed ? `as ${match.assumed}` : "",
    match.path ? `with “${match.path}”` : "",
  ].filter(Boolean);
  const when = [
    times === undefined ? "" : many(times, "time"),
    after ? `after the first ${after}` : "",
    chance === undefined ? "" : `${Math.round(chance * 1000) / 10} % of them`,
    ...Object.entries(members).map(([name, value]) => detail(name as FaultMember, value)),
  ].filter(Boolean);
  const told = [which.join(" "), ...when].join(", ");
  return `${escapeHtml(told)} <span class="muted">struck ${many(struck, "time")}</span>`;
}

function detail(name: FaultMember, value: unknown): string {
  const text = Array.isArray(value) ? value.join(" to ") : String(value);
  const words: Record<FaultMember, string> = {
    retryAfter: `Retry-After ${text} s`,
    ms: `${text} ms`,
    minutes: `${text} min`,
    megabytes: `${text} MB`,
    encoding: `claims ${text}`,
    location: `to ${text}`,
    column: `column “${text}”`,
    title: `renamed to “${text}”`,
  };
  return words[name];
}

/** As on the page, without the marks of the documentation. */
function about(kind: FaultKind): string {
  return escapeHtml(`The call ${FAULT_KINDS[kind].about}.`.replaceAll("`", ""));
}

/** Kinds with their texts, each saying which of the form's fields it reads. */
export function faultOptions(): string {
  return FAULT_NAMES.map((kind) => {
    const { members = [] } = faultNotes(kind);
    return `<option value="${kind}" data-members="${members.join(" ")}" data-about="${about(kind)}"${kind === "429" ? " selected" : ""}>${kind}</option>`;
  }).join("");
}

export function faultForm({ store }: Sandbox): string {
  const people = `<option value="">anybody</option>${store.people.map(({ email }) => `<option>${escapeHtml(email)}</option>`).join("")}`;
  const methods = ["GET", "POST", "PUT", "DELETE"].map((method) => `<option>${method}</option>`).join("");
  return `<form id="fault-form" data-pull="POST /fault" data-done="Fault added." class="fields">
<label class="kindfield">What goes wrong<select name="kind" aria-describedby="fault-about">${faultOptions()}</select></label>
<p id="fault-about" class="muted about">${about("429")}</p>
<label>Path contains<input name="match.path" placeholder="/sheets" autocomplete="off"></label>
<label>Method<select name="match.method"><option value="">any</option>${methods}</select></label>
<label>Called by<select name="match.caller">${people}</select></label>
<label>As whom<select name="match.assumed">${people}</select></label>
<label>Times<input name="times" type="number" min="1" step="1" placeholder="always"></label>
<label>After<input name="after" type="number" min="0" step="1" placeholder="0 calls"></label>
<label>Chance<input name="chance" type="number" min="0" max="1" step="any" placeholder="0 to 1"></label>
<label data-member="retryAfter">Retry-After, seconds<input name="retryAfter" type="number" min="0" step="1" placeholder="none"></label>
<label data-member="ms">Milliseconds<input name="ms" data-range inputmode="numeric" pattern="\\s*\\d+\\s*(-\\s*\\d+\\s*)?" placeholder="1000 or 100-900" title="A number, or two with a dash"></label>
<label data-member="minutes">Minutes<input name="minutes" type="number" step="any" placeholder="10"></label>
<label data-member="megabytes">Megabytes<input name="megabytes" type="number" min="1" step="1" placeholder="1024"></label>
<label data-member="encoding">Claims<select name="encoding"><option>gzip</option><option>br</option></select></label>
<label data-member="location">Redirects to<input name="location" type="url" placeholder="the sandbox by its other name"></label>
<label data-member="column">Column<input name="column" placeholder="the last one"></label>
<label data-member="title">New title<input name="title" placeholder="… (renamed)"></label>
<div class="ends"><button class="main">Add fault</button></div>
</form>`;
}
