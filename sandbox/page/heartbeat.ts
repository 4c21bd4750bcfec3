import { readHeartbeat } from "../control/heartbeat";
import type { Sandbox } from "../sandbox";
import { escapeHtml } from "./html";
import { actionButton, many } from "./words";

const SHOWN = 8;

export function heartState(sandbox: Sandbox): string {
  const { everySeconds, log } = readHeartbeat(sandbox);
  const said = log
    .slice(-SHOWN)
    .reverse()
    .map((sentence) => `<li>${escapeHtml(sentence)}</li>`);
  return `${state(everySeconds)}${said.length > 0 ? `<ul class="said">${said.join("")}</ul>` : ""}`;
}

function state(everySeconds: number | null): string {
  if (everySeconds === null)
    return `<p class="muted">Off. When on, people of the scenario change something now and then.</p>`;
  const stop = actionButton({
    id: "heart-off",
    pull: "POST /heartbeat",
    body: { off: true },
    label: "Stop",
    longLabel: "Stop the heartbeat",
    done: "Heartbeat stopped.",
    className: "quiet",
  });
  return `<p><span class="tag own">On</span> one change every ${many(everySeconds, "second")} ${stop}</p>`;
}
