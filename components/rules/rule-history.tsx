import { RelativeTime } from "@/components/ui/relative-time";
import type { Step } from "./changes";
import { type Names, nameOf } from "./condition-words";

/** Every version of a rule, newest first, and what each changed. */
export function RuleHistory({ steps, names }: { steps: readonly Step[]; names: Names }) {
  return (
    <section
      aria-labelledby="rule-history"
      className="mx-6 mb-10 max-w-[860px] max-narrow:mx-4 max-narrow:mt-4"
    >
      <h2 id="rule-history" className="text-l font-semibold tracking-[-0.005em]">
        History
      </h2>
      <ol className="mt-3">
        {steps.map((step) => (
          <li key={step.version} className="group relative flex gap-3 pb-4 last:pb-0">
            <span className="relative flex w-2.5 flex-none justify-center" aria-hidden="true">
              <span className="absolute top-2.5 -bottom-1 w-px bg-line-strong group-last:hidden" />
              <span className="relative mt-[5px] size-2.5 rounded-full border-2 border-line-field bg-ground" />
            </span>
            <div className="min-w-0 flex-1">
              <p>
                <span className="font-strong">{nameOf(step.by, names)}</span> {step.did}{" "}
                <span className="text-ink-3">
                  · version {step.version} · <RelativeTime at={step.at} />
                </span>
              </p>
              {step.changes.length > 0 ? (
                <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5 text-s">
                  {step.changes.map(({ label, from, to }) => (
                    <div key={label} className="contents">
                      <dt className="text-ink-3">{label}</dt>
                      <dd className="min-w-0 text-ink-2">
                        {from === null ? null : (
                          <>
                            <del className="text-ink-3">{from}</del>
                            <span aria-hidden="true"> → </span>
                          </>
                        )}
                        <ins className="text-ink no-underline">{to}</ins>
                      </dd>
                    </div>
                  ))}
                </dl>
              ) : null}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
