import type { ColumnSeed } from "../scenarios/types";

type AutoNumber = NonNullable<ColumnSeed["autoNumberFormat"]>;

/**
 * `IT-00042`: prefix, number padded to the width of `fill`, suffix. `index` counts from 0; prefix and suffix may hold
 * `{YYYY}`, `{YY}`, `{MM}` and `{DD}`, the row's day of birth in UTC.
 */
export function formatAutoNumber(format: AutoNumber, index: number, createdAt: number): string {
  const number = String((format.startingNumber ?? 1) + index);
  const day = new Date(createdAt).toISOString();
  const dated = (text: string | undefined) =>
    (text ?? "")
      .replaceAll("{YYYY}", day.slice(0, 4))
      .replaceAll("{YY}", day.slice(2, 4))
      .replaceAll("{MM}", day.slice(5, 7))
      .replaceAll("{DD}", day.slice(8, 10));
  return `${dated(format.prefix)}${number.padStart(format.fill?.length ?? 0, "0")}${dated(format.suffix)}`;
}
