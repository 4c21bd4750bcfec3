import { valueShower } from "../../render/cell";
import type { Report } from "../../store/types";
import { lookOf } from "../reports/columns";
import { cellOf, rowsOf } from "../reports/rows";
import { asId, type Json } from "./json";
import type { SightView } from "./view";

const MOST_ROWS = 50;

/** A report as a table of HTML. Smartsheet's own snippet has more to it; clients show it or pass it over. */
export function renderGrid(view: SightView, contents: Json): Json {
  const { store } = view.call.sandbox;
  const report = store.report(asId(contents.reportId) ?? 0);
  if (!report) return contents;
  return { ...contents, htmlContent: table(view, report) };
}

function table(view: SightView, report: Report): string {
  const { store, clock } = view.call.sandbox;
  const { columns } = report.definition;
  const shown = valueShower(view);
  const looks = columns.map((column) => ({
    id: column.virtualId,
    title: column.title,
    ...lookOf(store, report, column),
  }));
  const head = columns.map(({ title }) => `<th>${escapeHtml(title)}</th>`).join("");
  const rows = rowsOf(store, report, view.call.person, clock()).slice(0, MOST_ROWS);
  const body = rows.map(({ sheet, row }) => {
    const cells = columns.map((column, place) => {
      const look = looks[place];
      const { value, displayValue } = look
        ? shown(cellOf(sheet, row, column) ?? {}, look)
        : { value: "", displayValue: "" };
      return `<td>${escapeHtml(String(displayValue ?? value ?? ""))}</td>`;
    });
    return `<tr>${cells.join("")}</tr>`;
  });
  return `<table><thead><tr>${head}</tr></thead><tbody>${body.join("")}</tbody></table>`;
}

const SIGNS: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign);
}
