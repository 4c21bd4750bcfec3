const DESCRIPTOR = /^\d*(?:,\d*){0,31}$/;

/** The descriptor, or undefined for anything that does not look like one. */
export function formatDescriptor(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" && DESCRIPTOR.test(value) ? value : undefined;
}

/** `over` laid on `under` position by position; an empty position lets the lower one show. Source: "Cell formatting". */
export function layFormat(under: string | undefined, over: string | undefined): string | undefined {
  if (over === undefined || under === undefined) return over ?? under;
  const lower = under.split(",");
  const upper = over.split(",");
  const length = Math.max(lower.length, upper.length);
  return Array.from({ length }, (_, position) => upper[position] || lower[position] || "").join(",");
}
