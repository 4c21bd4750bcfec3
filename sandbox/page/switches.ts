import type { Sandbox } from "../sandbox";
import { SWITCH_NAMES, SWITCHES, type SwitchName } from "../switches";
import { escapeHtml } from "./html";
import { many } from "./words";

export function switchCount(sandbox: Sandbox): string {
  const moved = SWITCH_NAMES.filter((name) => isMoved(sandbox, name)).length;
  return moved === 0 ? "all at the likelier setting" : `${many(moved, "switch", "switches")} moved`;
}

export function switchItems(sandbox: Sandbox): string {
  return SWITCH_NAMES.map((name) => {
    const { about, settings } = SWITCHES[name];
    const now: string = sandbox.switches.get(name);
    const choices = settings.map(
      (setting) =>
        `<label><input type="radio" id="switch-${name}-${setting}" name="switch-${name}" value="${setting}" data-switch="${name}"${setting === now ? " checked" : ""}><span>${escapeHtml(setting)}</span></label>`,
    );
    const later = name === "ids" ? ` <span class="muted">Takes effect at the next reset.</span>` : "";
    return `<fieldset class="${isMoved(sandbox, name) ? "moved" : ""}"><legend>${name}</legend><p>${escapeHtml(about)}.${later}</p><div class="seg">${choices.join("")}</div></fieldset>`;
  }).join("");
}

function isMoved(sandbox: Sandbox, name: SwitchName): boolean {
  return !sandbox.switches.is(name, SWITCHES[name].settings[0] as never);
}
