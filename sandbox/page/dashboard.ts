import type { Reply } from "../http/reply";
import type { Sandbox } from "../sandbox";
import { DASHBOARD_STYLE } from "./dashboard-style";
import { faultForm } from "./faults";
import { escapeHtml, pageReply } from "./html";
import { liveParts } from "./parts";
import { peopleRows } from "./people";
import { actionButton, copyButton } from "./words";

const MARK = `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M3 6.500A1.500 1.500 0 0 1 4.500 5h15A1.500 1.500 0 0 1 21 6.500V9.600a2.400 2.400 0 0 0 0 4.800v3.100a1.500 1.500 0 0 1-1.500 1.500h-15A1.500 1.500 0 0 1 3 17.500v-3.100a2.400 2.400 0 0 0 0-4.800Z" fill="var(--accent)"/><path d="M8 9.500h8M8 12h8M8 14.500h5" stroke="var(--accent-ink)" stroke-width="1.300" stroke-linecap="round"/></svg>`;

const SECTIONS = {
  calls: "Calls",
  people: "People",
  sheets: "Sheets",
  faults: "Faults",
  switches: "Switches",
  meter: "Meter",
  heartbeat: "Heartbeat",
  scenario: "Scenario",
};

/** The page at `/`: what goes on in the sandbox, and the strings to pull. `?filter=` narrows the calls. */
export function dashboard(sandbox: Sandbox, query: URLSearchParams): Reply {
  const filter = query.get("filter") ?? "";
  const parts = liveParts(sandbox, filter);
  const part = (id: string, tag: string, attributes = "") =>
    `<${tag} id="${id}"${attributes}>${parts[id] ?? ""}</${tag}>`;
  const content = [
    `<a class="skip" href="#main">Skip to the content</a>`,
    `<header class="note">This is an imitation of Smartsheet with made-up data. Nothing here is real.</header>`,
    `<div class="app"><nav aria-label="Sections"><span class="brand">${MARK}Sandbox</span>${links()}</nav><main id="main" tabindex="-1">`,
    connect(sandbox),
    calls(part, filter),
    table(
      "people",
      ["", "Person", "Title|wide", "Plan|wide", "Token|end"],
      `<tbody>${peopleRows(sandbox)}</tbody>`,
    ),
    table(
      "sheets",
      ["Sheet", "Owner", "Shared with", "Columns|num", "Rows|num", "Version|num", "|end"],
      part("sheet-rows", "tbody"),
    ),
    section("faults", faultForm(sandbox) + part("fault-items", "ul", ` class="faults"`), endAllFaults),
    section(
      "switches",
      part("switch-items", "div", ` class="switches"`),
      part("switch-count", "span", ` class="muted"`),
    ),
    `<div class="three">`,
    section("meter", limitForm + part("meter-items", "div")),
    section("heartbeat", heartForm + part("heart-state", "div")),
    section("scenario", part("scenario-state", "div") + clockForm),
    `</div></main></div><p id="said" class="toast" role="status"></p>`,
  ];
  return pageReply({
    title: "Sandbox: an imitation of Smartsheet",
    style: DASHBOARD_STYLE,
    content: content.join(""),
    hasScript: true,
  });
}

function links(): string {
  return Object.entries(SECTIONS)
    .map(([id, name]) => `<a href="#${id}">${name}</a>`)
    .join("");
}

function section(id: keyof typeof SECTIONS, content: string, bar = ""): string {
  return `<section id="${id}" aria-labelledby="${id}-title"><div class="bar"><h2 id="${id}-title">${SECTIONS[id]}</h2>${bar}</div>${content}</section>`;
}

/** Columns as `Title|class`. A table may be wider than the screen: its box scrolls, by keyboard too. */
function table(id: keyof typeof SECTIONS, columns: string[], body: string, bar = "", className = ""): string {
  const heads = columns.map((column) => {
    const [title = "", name] = column.split("|");
    const attributes = `${name ? ` class="${name}"` : ""}`;
    return title ? `<th scope="col"${attributes}>${title}</th>` : `<td${attributes}></td>`;
  });
  return section(
    id,
    `<div class="scroll ${className}" tabindex="0" role="region" aria-label="Table of ${SECTIONS[id].toLowerCase()}"><table><thead><tr>${heads.join("")}</tr></thead>${body}</table></div>`,
    bar,
  );
}

function connect({ origin, client }: Sandbox): string {
  const lines = {
    API: `${origin}/2.0`,
    Authorize: `${origin}/b/authorize`,
    Token: `${origin}/2.0/token`,
    "Client id": client.id,
    "Client secret": client.secret,
  };
  const items = Object.entries(lines).map(
    ([label, value]) =>
      `<div><dt>${label}</dt><dd><code>${escapeHtml(value)}</code>${copyButton(value, label)}</dd></div>`,
  );
  const reset = actionButton({
    id: "reset",
    pull: "POST /reset",
    label: "Reset",
    longLabel: "Reset the sandbox",
    done: "Back to the start.",
    ask: "Back to the start? Changes, sign-ins, faults and the call log go.",
  });
  return `<div><div class="head"><h1>Sandbox</h1><span class="muted tagline">speaks like the Smartsheet API 2.0</span><span class="grow"></span>${reset}</div><dl class="connect">${items.join("")}</dl></div>`;
}

function calls(part: (id: string, tag: string, attributes?: string) => string, filter: string): string {
  const clear = actionButton({
    id: "clear",
    pull: "DELETE /calls",
    label: "Clear",
    longLabel: "Clear the call log",
    done: "Call log cleared.",
    className: "quiet",
  });
  const bar = [
    part("call-count", "span", ` class="muted"`),
    `<button type="button" id="pause" class="quiet" aria-pressed="false"><span class="live">Live</span></button><span class="grow"></span>`,
    `<form id="find" action="/" class="find"><input type="search" name="filter" aria-label="Filter calls" placeholder="Filter: who, path, status" value="${escapeHtml(filter)}"></form>`,
    clear,
  ];
  return table(
    "calls",
    ["Time", "Who", "As whom", "Call", "Status", "Columns|num", "Rows|num", "ms|num"],
    part("call-rows", "tbody"),
    bar.join(""),
    "log",
  );
}

const endAllFaults = `<span class="grow"></span>${actionButton({ id: "fault-none", pull: "DELETE /fault", label: "Remove all", longLabel: "Remove all faults", done: "All faults removed.", className: "quiet" })}`;

const limitForm = `<form class="inline" data-pull="POST /meter" data-done="Limit set."><label>Calls a minute<input name="limit" type="number" min="0" max="1000000" step="1" placeholder="0: no limit" required></label><button>Set limit</button></form>`;

const heartForm = `<form class="inline" data-pull="POST /heartbeat" data-done="Heartbeat started."><label>Seconds between<input name="everySeconds" type="number" min="1" max="86400" step="1" value="5" required></label><button>Start</button>${actionButton({ id: "beat", pull: "POST /heartbeat", body: { beat: true }, label: "One change now", done: "Changed something." })}</form>`;

const clockForm = `<form class="inline" data-pull="POST /clock" data-done="Clock set."><label>Clock ahead, seconds<input name="skewSeconds" type="number" step="1" placeholder="-300" required></label><button>Set clock</button></form>`;
