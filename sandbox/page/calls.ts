import type { LoggedCall } from "../control/calls";
import type { Sandbox } from "../sandbox";
import { escapeHtml } from "./html";
import { count, many, time } from "./words";

const SHOWN = 200;

/** Newest first. The filter is looked for in everything a line says. */
function matching({ calls }: Sandbox, filter: string): LoggedCall[] {
  const wanted = filter.trim().toLowerCase();
  const found = wanted === "" ? calls.calls : calls.calls.filter((call) => words(call).includes(wanted));
  return found.slice(-SHOWN).reverse();
}

function words({ method, path, caller, assumed, status, errorCode, fault, warning }: LoggedCall): string {
  return [method, path, caller, assumed, status, errorCode, fault, warning].join(" ").toLowerCase();
}

export function callCount(sandbox: Sandbox, filter: string): string {
  const all = sandbox.calls.calls.length;
  if (filter.trim() === "" && all <= SHOWN) return many(all, "call");
  return `${count(matching(sandbox, filter).length)} of ${many(all, "call")}`;
}

export function callRows(sandbox: Sandbox, filter: string): string {
  const calls = matching(sandbox, filter);
  if (calls.length > 0) return calls.map(row).join("");
  const hint =
    sandbox.calls.calls.length > 0
      ? "No call fits the filter."
      : "No calls yet. Point a client at the API above, or copy a token and try curl.";
  return `<tr class="none"><td colspan="8">${hint}</td></tr>`;
}

function row(call: LoggedCall): string {
  const { at, method, caller, assumed, columns, rows, ms, cost } = call;
  const [path = "", query] = call.path.split("?", 2);
  const released = columns > 0 || rows > 0;
  return [
    `<tr class="${kindOf(call)}">`,
    `<td class="at">${time(at)}</td>`,
    `<td class="who">${caller ? escapeHtml(caller) : `<span class="muted">nobody</span>`}</td>`,
    `<td class="as">${assumed ? `<span class="assumed"><span aria-hidden="true">◆ </span>${escapeHtml(assumed)}</span>` : ""}</td>`,
    `<td class="call"><b>${escapeHtml(method)}</b> <code>${escapeHtml(path)}${query ? `<span class="muted">?${escapeHtml(query)}</span>` : ""}</code>${marks(call)}</td>`,
    `<td class="status">${outcome(call)}</td>`,
    `<td class="num">${released ? count(columns) : ""}</td>`,
    `<td class="num">${released ? count(rows) : ""}</td>`,
    `<td class="num ms"${cost > 1 ? ` title="cost ${cost}"` : ""}>${ms < 10 ? ms.toFixed(1) : Math.round(ms)}</td>`,
    "</tr>",
  ].join("");
}

function outcome({ status, errorCode }: LoggedCall): string {
  if (status === 0) return "none";
  return errorCode === undefined ? String(status) : `${status} <span class="code">${errorCode}</span>`;
}

function marks({ fault, warning, cost }: LoggedCall): string {
  return [
    fault ? `<span class="mark fault">fault ${fault}</span>` : "",
    warning ? `<span class="mark warning">${escapeHtml(warning)}</span>` : "",
    cost > 1 ? `<span class="mark">cost ${cost}</span>` : "",
  ].join("");
}

function kindOf({ status }: LoggedCall): string {
  if (status === 0 || status >= 500) return "broken";
  return status >= 400 ? "refused" : "fine";
}
