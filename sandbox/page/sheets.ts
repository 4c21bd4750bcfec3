import type { Sandbox } from "../sandbox";
import type { Sheet } from "../store/sheet";
import { escapeHtml } from "./html";
import { count } from "./words";

const SHOWN_SHARES = 3;

export function sheetRows({ store }: Sandbox): string {
  return store.sheets
    .map((sheet) =>
      [
        `<tr><th scope="row">${escapeHtml(sheet.name)}</th>`,
        `<td>${escapeHtml(sheet.owner.name)}</td>`,
        `<td class="shares">${shares(sheet)}</td>`,
        `<td class="num">${count(sheet.columns.length)}</td>`,
        `<td class="num">${count(sheet.rowCount)}</td>`,
        `<td class="num">${sheet.version}</td>`,
        `<td class="end"><a id="sheet-${sheet.id}" href="/__sandbox/sheets/${sheet.id}" aria-label="${escapeHtml(sheet.name)} as JSON">JSON</a></td></tr>`,
      ].join(""),
    )
    .join("");
}

function shares(sheet: Sheet): string {
  if (sheet.shares.length === 0) return `<span class="muted">nobody else</span>`;
  const names = sheet.shares.map(
    ({ person, group, accessLevel }) =>
      `${escapeHtml(person?.name ?? group?.name ?? "")} <span class="muted">${accessLevel.toLowerCase()}</span>`,
  );
  const rest = names.length - SHOWN_SHARES;
  if (rest <= 0) return names.join(", ");
  return `${names.slice(0, SHOWN_SHARES).join(", ")} <span class="muted">and ${rest} more</span>`;
}
