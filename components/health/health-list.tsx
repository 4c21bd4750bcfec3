import { CircleCheck, CircleX, Info, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { Badge, type Tone } from "@/components/ui/badge";
import type { Finding } from "@/lib/health/schema";
import { type HealthLine, inOrder, worst } from "./health-words";

const LOOKS: readonly { tone: Tone; words: string; icon: typeof Info }[] = [
  { tone: "danger", words: "Broken", icon: CircleX },
  { tone: "warning", words: "Look at this", icon: TriangleAlert },
  { tone: "neutral", words: "Note", icon: Info },
  { tone: "own", words: "Green", icon: CircleCheck },
];

export function HealthBadge({ findings }: { findings: readonly Finding[] }) {
  const look = LOOKS[worst(findings)];
  if (!look) return null;
  const Icon = look.icon;
  return (
    <Badge tone={look.tone} icon={<Icon aria-hidden="true" />}>
      {look.words}
    </Badge>
  );
}

/** Each rule or connection with what is the matter and what to do; green ones say so and no more. */
export function HealthList({ label, lines }: { label: string; lines: readonly HealthLine[] }) {
  return (
    <section aria-label={label} className="mb-4 pt-3">
      <h2 className="px-6 pb-2 text-m font-semibold max-narrow:px-4">{label}</h2>
      <ul className="border-t border-line">
        {inOrder(lines).map((line) => (
          <li
            key={line.id}
            className="grid grid-cols-[7.5rem_minmax(0,1fr)] gap-x-4 border-b border-line px-6 py-2.5 max-narrow:grid-cols-1 max-narrow:gap-y-1.5 max-narrow:px-4"
          >
            <span>
              <HealthBadge findings={line.findings} />
            </span>
            <div className="min-w-0">
              <p className="truncate">
                <Link href={line.href} prefetch={false} className="font-strong">
                  {line.name}
                </Link>{" "}
                <span className="text-s text-ink-3 tabular-nums">{line.id}</span>
              </p>
              {line.findings.length > 0 ? (
                <ul className="mt-1 flex flex-col gap-1.5">
                  {line.findings.map(({ code, cause, fix }) => (
                    <li key={code} className="max-w-[80ch] text-pretty text-ink-2">
                      {cause} <span className="text-ink">{fix}</span>
                    </li>
                  ))}
                </ul>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
