import { scenarioInfo } from "../control/settings";
import type { Sandbox } from "../sandbox";
import { escapeHtml } from "./html";
import { count, time } from "./words";

export function scenarioState(sandbox: Sandbox): string {
  const { name, sizes } = scenarioInfo(sandbox);
  const items = Object.entries({ scenario: name, ...sizes }).map(
    ([label, value]) =>
      `<div><dt>${label}</dt><dd>${typeof value === "number" ? count(value) : escapeHtml(value)}</dd></div>`,
  );
  const { skewSeconds } = sandbox;
  const now = time(new Date(sandbox.clock()).toISOString());
  const skew =
    skewSeconds === 0
      ? "the machine's own"
      : `${count(Math.abs(skewSeconds))} s ${skewSeconds > 0 ? "ahead" : "behind"}`;
  items.push(`<div><dt>clock, UTC</dt><dd>${now} <span class="muted">${skew}</span></dd></div>`);
  return `<dl class="sizes">${items.join("")}</dl>`;
}
