import { cx } from "./class-names";

export type ButtonVariant = "primary" | "default" | "quiet" | "danger";
export type ButtonSize = "s" | "m" | "l";

const variants: Record<ButtonVariant, string> = {
  primary:
    "border-accent bg-accent text-accent-ink enabled-hover:border-accent-strong enabled-hover:bg-accent-strong",
  default: "border-line-strong bg-surface text-ink enabled-hover:bg-hover enabled-hover:border-line-field",
  quiet: "border-transparent bg-transparent text-ink-2 enabled-hover:bg-hover enabled-hover:text-ink",
  danger:
    "border-danger bg-danger text-danger-ink enabled-hover:border-danger-strong enabled-hover:bg-danger-strong",
};

const sizes: Record<ButtonSize, string> = {
  s: "h-[26px] gap-1.5 px-2 text-s [&_svg]:size-3.5",
  m: "h-[30px] gap-[7px] px-[11px] text-m [&_svg]:size-[15px] pointer-coarse:h-10",
  l: "h-9 gap-2 px-4 text-m [&_svg]:size-4 pointer-coarse:h-11",
};

const squares: Record<ButtonSize, string> = {
  s: "size-[26px] [&_svg]:size-3.5",
  m: "size-[30px] [&_svg]:size-4 pointer-coarse:size-10",
  l: "size-9 [&_svg]:size-[18px] pointer-coarse:size-11",
};

/** One look for buttons, links that act as buttons, and menu triggers. */
export function buttonClass(variant: ButtonVariant, size: ButtonSize, isSquare = false): string {
  return cx(
    "relative inline-flex flex-none items-center justify-center rounded-control border font-medium whitespace-nowrap no-underline select-none",
    "transition-colors duration-enter data-popup-open:bg-hover",
    "disabled:border-line disabled:bg-sunken disabled:text-ink-3 [&_svg]:flex-none",
    variants[variant],
    isSquare ? squares[size] : sizes[size],
  );
}
