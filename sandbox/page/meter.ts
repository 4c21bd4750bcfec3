import type { MeterReading } from "../api/meter";
import type { Sandbox } from "../sandbox";
import { escapeHtml } from "./html";
import { count, many } from "./words";

const KINDS = { raw: "token", oauth: "signed in", assumed: "assumed" };

export function meterItems({ meter, clock }: Sandbox): string {
  const readings = meter.read();
  const limit = meter.limit === 0 ? "No limit." : `${count(meter.limit)} a minute and token.`;
  if (readings.length === 0) return `<p class="muted">${limit} Nobody called in the last minute.</p>`;
  const items = readings.slice(0, 8).map((reading) => item(reading, meter.limit, clock()));
  return `<p class="muted">${limit}</p><ul class="gauges">${items.join("")}</ul>`;
}

function item(reading: MeterReading, limit: number, now: number): string {
  const { email, kind, token, used, refused, freeAt } = reading;
  const label = `${email}, ${KINDS[kind]}${token ? ` …${token}` : ""}`;
  const seconds = freeAt ? Math.max(0, Math.ceil((Date.parse(freeAt) - now) / 1000)) : 0;
  const notes = [
    weights(reading),
    refused > 0 ? `${count(refused)} refused` : "",
    seconds > 0 ? `full, free in ${seconds} s` : "",
  ].filter(Boolean);
  return [
    `<li${seconds > 0 ? ` class="full"` : ""}>`,
    `<span>${escapeHtml(email)} <span class="muted">${KINDS[kind]}${token ? ` …${escapeHtml(token)}` : ""}</span></span>`,
    `<b>${count(used)}${limit > 0 ? `<span class="muted"> of ${count(limit)}</span>` : ""}</b>`,
    limit > 0
      ? `<meter min="0" max="${limit}" high="${limit * 0.8}" optimum="0" value="${used}" aria-label="${escapeHtml(label)}"></meter>`
      : "",
    `<span class="muted notes">${notes.join(" · ")}</span></li>`,
  ].join("");
}

/** `12 calls`, or `12 calls at 1, 2 at 10` where some weigh more. */
function weights({ calls }: MeterReading): string {
  const kinds = Object.entries(calls);
  if (kinds.length === 1 && kinds[0]?.[0] === "1") return many(kinds[0][1], "call");
  return kinds.map(([cost, number]) => `${count(number)} at ${cost}`).join(", ");
}
