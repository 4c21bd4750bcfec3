import { cx } from "@/components/ui/class-names";

/** A pass, notched at both sides, with three lines of a sheet on it. */
export function BrandMark({ className }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      className={cx("size-[22px] flex-none", className)}
      aria-hidden="true"
    >
      <path
        className="fill-accent"
        d="M3 6.5A1.5 1.5 0 0 1 4.5 5h15A1.5 1.5 0 0 1 21 6.5v3.1a2.4 2.4 0 0 0 0 4.8v3.1a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 17.5v-3.1a2.4 2.4 0 0 0 0-4.8Z"
      />
      <path
        className="stroke-accent-ink"
        d="M8 9.5h8M8 12h8M8 14.5h5"
        strokeWidth="1.3"
        strokeLinecap="round"
      />
    </svg>
  );
}

/** Mark and name together, as at the head of the rail and on the sign-in page. */
export function Brand({ size = "m" }: { size?: "m" | "l" }) {
  return (
    <span
      className={cx(
        "inline-flex items-center gap-[9px] font-bold tracking-[-0.01em]",
        size === "l" ? "text-xl" : "text-[14px]",
      )}
    >
      <BrandMark className={size === "l" ? "size-8" : undefined} />
      Sheetpass
    </span>
  );
}
