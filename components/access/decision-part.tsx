import { type ReactNode, useId } from "react";

/** One part of a trace under its heading. */
export function DecisionPart({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="mt-6">
      <h2 id={id} className="mb-2 text-m font-semibold">
        {title}
      </h2>
      {children}
    </section>
  );
}
