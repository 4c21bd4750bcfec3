import { cx } from "./class-names";

/** What floats: menus, pickers, popovers. */
export const popupClass =
  "enter-leave origin-(--transform-origin) max-w-(--available-width) rounded-panel border border-line-strong bg-surface text-m text-ink shadow-float outline-none";

/** A row one can choose in a menu or picker; the highlight is the keyboard's and the pointer's alike. */
export const optionClass =
  "flex min-h-[30px] cursor-default items-center gap-2 rounded-control px-2 py-1 outline-none select-none pointer-coarse:min-h-10 data-highlighted:bg-hover data-disabled:text-ink-3";

/** The edge of anything typed into or picked from: 3:1 against its ground, as WCAG 1.4.11 asks. */
export const fieldEdgeClass = cx(
  "rounded-control border border-line-field bg-surface transition-colors duration-enter",
  "hover:border-ink-3 data-invalid:border-danger aria-invalid:border-danger has-[[aria-invalid=true]]:border-danger",
);

/** A field whose inner input takes the focus: the ring belongs to the whole. */
export const fieldGroupClass = cx(
  fieldEdgeClass,
  "has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-offset-2 has-[input:focus-visible]:outline-accent",
);

export const fieldInputClass = cx(
  fieldEdgeClass,
  "h-[30px] w-full min-w-0 px-2.5 pointer-coarse:h-10 disabled:bg-sunken disabled:text-ink-3 read-only:bg-sunken",
);
