import type { ReactNode } from "react";

interface AccountSectionProps {
  id?: string;
  title: string;
  /** Quiet words under the title: what this is for. */
  text?: ReactNode;
  children: ReactNode;
}

/** Words at the left, the thing itself at the right; one above the other where it is narrow. */
export function AccountSection({ id, title, text, children }: AccountSectionProps) {
  const titleId = `${id ?? title.toLowerCase().replaceAll(" ", "-")}-title`;
  return (
    <section
      id={id}
      aria-labelledby={titleId}
      className="grid scroll-mt-4 gap-x-10 gap-y-3 border-t border-line px-6 py-5 max-narrow:px-4 wide:grid-cols-[230px_minmax(0,640px)]"
    >
      <div>
        <h2 id={titleId} className="font-semibold">
          {title}
        </h2>
        {text ? <p className="mt-0.5 max-w-[60ch] text-pretty text-s text-ink-3">{text}</p> : null}
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  );
}
