import type { ColumnSeed } from "../scenarios/types";

type AutoNumber = NonNullable<ColumnSeed["autoNumberFormat"]>;

/** `IT-00042`: prefix, number padded to the width of `fill`, suffix. */
export function formatAutoNumber(format: AutoNumber, index: number): string {
  const number = String((format.startingNumber ?? 1) + index);
  return `${format.prefix ?? ""}${number.padStart(format.fill?.length ?? 0, "0")}${format.suffix ?? ""}`;
}
