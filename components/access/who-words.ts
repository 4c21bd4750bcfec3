import type { WhoAnswer } from "@/lib/access/schema";

export function countWords(amount: number, one: string, many: string): string {
  return `${amount.toLocaleString("en")} ${amount === 1 ? one : many}`;
}

/** The answer in one sentence. */
export function whoHeadline(by: "sheet" | "person", { about, lines, unreadable }: WhoAnswer): string {
  if (by === "person")
    return lines.length === 0
      ? `${about.name} sees no sheet under a rule`
      : `${about.name} sees something of ${countWords(lines.length, "sheet", "sheets")}`;
  if (unreadable.length > 0) return `${about.name} could not be looked at`;
  return lines.length === 0
    ? `Nobody sees this of ${about.name}`
    : `${countWords(lines.length, "person sees", "people see")} something of ${about.name}`;
}
