import type { KeyboardEvent } from "react";
import type { VisibleColumn } from "@/lib/policy/sheet";
import { HEADER_HEIGHT, ROW_HEIGHT } from "./grid-types";
import { commandFor } from "./keyboard";
import { HEADER_ROW, isSingle } from "./selection";
import type { GridModel } from "./use-grid-model";
import type { Selection } from "./use-selection";

interface KeyboardInput {
  model: GridModel;
  selection: Selection;
  columns: readonly VisibleColumn[];
  isFoldedAt: (row: number) => boolean | null;
  onFold: (row: number, isFolded: boolean) => void;
  onSort: (column: number) => void;
  onResizeBy: (column: number, by: number) => void;
  /** The element of the active cell, to follow its link. */
  activeElement: () => HTMLElement | null;
}

export function useGridKeyboard(input: KeyboardInput) {
  const { model, selection, columns } = input;
  return (event: KeyboardEvent<HTMLElement>) => {
    const { active, range } = selection;
    if (!active) return;
    const place = model.order[active.row] ?? -1;
    const parent = model.tree.parent[place] ?? -1;
    const isFolded = active.row === HEADER_ROW ? null : input.isFoldedAt(active.row);
    const command = commandFor(event, {
      active,
      isPrimary: columns[active.column]?.primary === true,
      isFolded,
      parentRow: parent >= 0 ? (model.positions[parent] ?? null) : null,
      isRange: range !== null && !isSingle(range),
      rowCount: model.order.length,
      columnCount: columns.length,
      pageRows: Math.max(1, Math.floor((event.currentTarget.clientHeight - HEADER_HEIGHT) / ROW_HEIGHT) - 1),
    });
    if (!command) return;
    event.preventDefault();
    const last = { row: model.order.length - 1, column: columns.length - 1 };
    switch (command.do) {
      case "move":
        // A pinned first column is always in sight, so reaching it would not scroll; by keyboard one wants the start.
        if (command.to.column === 0 && (active.column !== 0 || event.key === "Home")) {
          event.currentTarget.scrollLeft = 0;
        }
        return selection.select(command.to, command.extend);
      case "collapse":
        return selection.select(active);
      case "fold":
        return input.onFold(active.row, command.folded);
      case "sort":
        return input.onSort(active.column);
      case "resize":
        return input.onResizeBy(active.column, command.by);
      case "enter": {
        const link = input.activeElement()?.querySelector("a");
        if (link) link.click();
        else if (isFolded !== null) input.onFold(active.row, !isFolded);
        return;
      }
      case "select":
        if (command.what === "all") return selection.selectRange(last, { row: 0, column: 0 });
        if (command.what === "row") {
          return selection.selectRange(
            { row: active.row, column: last.column },
            { row: active.row, column: 0 },
          );
        }
        return selection.selectRange(
          { row: last.row, column: active.column },
          { row: 0, column: active.column },
        );
    }
  };
}
