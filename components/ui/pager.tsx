import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import { buttonClass } from "./button-class";

type Step = string | (() => void) | null;

interface PagerProps {
  /** Where one is: "1 to 50 of 1,204". */
  text: string;
  /** An address, a callback, or null at the end. */
  previous: Step;
  next: Step;
  label?: string;
}

function StepButton({ step, label, icon }: { step: Step; label: string; icon: React.ReactNode }) {
  const classes = buttonClass("default", "s", true);
  if (typeof step === "string") {
    return (
      <Link href={step} prefetch={false} aria-label={label} className={classes}>
        {icon}
      </Link>
    );
  }
  return (
    <button
      type="button"
      aria-label={label}
      disabled={step === null}
      onClick={step ?? undefined}
      className={classes}
    >
      {icon}
    </button>
  );
}

export function Pager({ text, previous, next, label = "Pages" }: PagerProps) {
  return (
    <nav
      aria-label={label}
      data-print="no"
      className="flex items-center gap-2 text-s text-ink-3 tabular-nums"
    >
      <span>{text}</span>
      <StepButton step={previous} label="Previous page" icon={<ChevronLeft aria-hidden="true" />} />
      <StepButton step={next} label="Next page" icon={<ChevronRight aria-hidden="true" />} />
    </nav>
  );
}
