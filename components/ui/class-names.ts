/** Joins class names, leaving out what is absent. Order carries no weight: Tailwind's sheet decides. */
export function cx(...parts: (string | false | null | undefined)[]): string {
  return parts.filter(Boolean).join(" ");
}
