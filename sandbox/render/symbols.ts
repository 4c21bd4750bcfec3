import type { Call } from "../api/call";
import { SYMBOLS } from "../scenarios/symbols";
import type { Column } from "../store/types";

type Symbolic = Pick<Column, "symbol" | "type" | "options">;

/** The words a dropdown's cells may hold: its options, or those of its symbol. Null where any text will do. */
export function wordsOf({ symbol, options }: Symbolic): string[] | null {
  return options ?? (symbol ? (SYMBOLS[symbol] ?? null) : null);
}

/** Whether this column's words go out in capitals (switch `symbolWords`). */
export function inCapitals(call: Call, column: Symbolic): boolean {
  return (
    column.symbol !== undefined &&
    column.type === "PICKLIST" &&
    call.sandbox.switches.is("symbolWords", "capitals")
  );
}

/** What a caller wrote, in the spelling it is kept in. */
export function keptWord(call: Call, column: Symbolic, text: string): string {
  if (!inCapitals(call, column)) return text;
  return wordsOf(column)?.find((word) => word.toUpperCase() === text) ?? text;
}
