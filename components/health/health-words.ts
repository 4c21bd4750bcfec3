import type { Finding } from "@/lib/health/schema";

export interface HealthLine {
  /** `R-3`, `C-1`. */
  id: string;
  /** What it is called: the rule as a title, the connection's name. */
  name: string;
  href: string;
  findings: readonly Finding[];
}

const RANK: Record<Finding["severity"], number> = { broken: 0, warning: 1, note: 2 };

/** The worst first; of equals in the order of their numbers. Green ones last. */
export function inOrder(lines: readonly HealthLine[]): HealthLine[] {
  return [...lines].sort(
    (a, b) => worst(a.findings) - worst(b.findings) || a.id.localeCompare(b.id, "en", { numeric: true }),
  );
}

export function worst(findings: readonly Finding[]): number {
  return findings.reduce((least, { severity }) => Math.min(least, RANK[severity]), 3);
}

/** "All 12 are green" or "2 broken, 1 to look at, of 12". */
export function healthSentence(lines: readonly HealthLine[]): string {
  const broken = lines.filter(({ findings }) => worst(findings) === 0).length;
  const others = lines.filter(({ findings }) => [1, 2].includes(worst(findings))).length;
  if (lines.length === 0) return "Nothing to check yet";
  if (broken + others === 0)
    return lines.length === 1 ? "The one there is is green" : `All ${lines.length} are green`;
  const parts = [
    ...(broken > 0 ? [`${broken} broken`] : []),
    ...(others > 0 ? [`${others} to look at`] : []),
  ];
  return `${parts.join(", ")}, of ${lines.length}`;
}
