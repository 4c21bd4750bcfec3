import { escapeHtml } from "./html";

/** `1,203`. */
export function count(number: number): string {
  return number.toLocaleString("en");
}

/** `1 row`, `2 rows`. */
export function many(number: number, one: string, more = `${one}s`): string {
  return `${count(number)} ${number === 1 ? one : more}`;
}

/** `08:30:15` of an ISO time in UTC, the whole of it on hover. */
export function time(iso: string): string {
  return `<time datetime="${iso}" title="${iso}">${iso.slice(11, 19)}</time>`;
}

export function copyButton(text: string, label: string): string {
  return `<button type="button" class="quiet copy" data-copy="${escapeHtml(text)}" aria-label="Copy ${escapeHtml(label)}">Copy</button>`;
}

/** A button that pulls one of the strings in `control/routes.ts`. */
export interface Action {
  id: string;
  /** `DELETE /calls`. */
  pull: string;
  body?: unknown;
  label: string;
  /** Where the label alone would not say what it is about. */
  longLabel?: string;
  /** Told once it is done. */
  done: string;
  /** Asked before. */
  ask?: string;
  className?: string;
}

export function actionButton({ id, pull, body, label, longLabel, done, ask, className }: Action): string {
  const more = [
    body === undefined ? "" : ` data-body="${escapeHtml(JSON.stringify(body))}"`,
    longLabel ? ` aria-label="${escapeHtml(longLabel)}"` : "",
    ask ? ` data-ask="${escapeHtml(ask)}"` : "",
    className ? ` class="${className}"` : "",
  ].join("");
  return `<button type="button" id="${id}" data-pull="${escapeHtml(pull)}" data-done="${escapeHtml(done)}"${more}>${escapeHtml(label)}</button>`;
}
