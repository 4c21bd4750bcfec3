import type { Path } from "../problems";
import type { ReportSeed, SightSeed } from "../types";
import type { Known } from "./known";
import { checkField, Names, type Say } from "./names";
import { checkWidget } from "./widget-references";

export function checkReports(say: Say, reports: ReportSeed[], known: Known): void {
  checkField(say, [], reports, "key");
  reports.forEach((report, place) => {
    known.checkOwned(say, [place], report);
    report.sheets.forEach((key, at) => {
      known.sheets.check(say, [place, "sheets", at], key);
    });
    const sources = new Names(
      "column in a source sheet called",
      "Correct the title.",
      report.sheets.flatMap((key) => known.sheet(key)?.columns ?? []).map(({ title }) => title),
    );
    report.columns.forEach(({ title, also = [], sheetName }, at) => {
      if (!sheetName) sources.check(say, [place, "columns", at, "title"], title);
      also.forEach((other, nth) => {
        sources.check(say, [place, "columns", at, "also", nth], other);
      });
    });
    const shown = new Names(
      "column in this report called",
      "Add it to columns or correct the title.",
      report.columns.map(({ title }) => title),
    );
    report.criteria?.forEach(({ column }, at) => {
      shown.check(say, [place, "criteria", at, "column"], column);
    });
    shown.check(say, [place, "sort", "column"], report.sort?.column);
  });
}

export function checkSights(say: Say, sights: SightSeed[], known: Known): void {
  checkField(say, [], sights, "key");
  sights.forEach((sight, place) => {
    known.checkOwned(say, [place], sight);
    sight.widgets.forEach((widget, at) => {
      const path: Path = [place, "widgets", at];
      if (widget.x + widget.width > sight.columnCount)
        say(
          [...path, "width"],
          `reaches past column ${sight.columnCount}. Make it narrower or move it left.`,
        );
      checkWidget(say, [...path, "contents"], widget.contents, known);
    });
  });
}
