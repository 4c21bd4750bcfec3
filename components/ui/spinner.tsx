import { cx } from "./class-names";

interface SpinnerProps {
  /** Said to screen readers; leave it out where the words already stand beside it. */
  label?: string;
  size?: "s" | "m" | "l";
  className?: string;
}

const sizes = { s: "size-3.5", m: "size-4", l: "size-5" };

/** Takes its room at once and shows itself after 300 ms. */
export function Spinner({ label, size = "m", className }: SpinnerProps) {
  return (
    <span className={cx("inline-flex flex-none animate-late", className)} role={label ? "status" : undefined}>
      <svg className={cx("animate-turn", sizes[size])} viewBox="0 0 16 16" fill="none" aria-hidden="true">
        <circle cx="8" cy="8" r="6.25" stroke="currentColor" strokeOpacity="0.25" strokeWidth="1.5" />
        <path
          d="M14.25 8A6.25 6.25 0 0 0 8 1.75"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinecap="round"
        />
      </svg>
      {label ? <span className="sr-only">{label}</span> : null}
    </span>
  );
}
