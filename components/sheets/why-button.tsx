import type { ComponentProps } from "react";

/** What opens "Why you can read this", before and after the panel has come. */
export function WhyButton(props: ComponentProps<"button">) {
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      {...props}
      className="rounded-small underline underline-offset-3"
    >
      Why?
    </button>
  );
}
