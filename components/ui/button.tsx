import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { type ButtonSize, type ButtonVariant, buttonClass } from "./button-class";
import { cx } from "./class-names";
import { Spinner } from "./spinner";

interface Look {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
  iconAfter?: ReactNode;
}

export interface ButtonProps extends Look, ComponentProps<"button"> {
  /** Keeps the width and the focus, refuses presses, and shows a spinner after 300 ms. */
  isBusy?: boolean;
}

export function Button(props: ButtonProps) {
  const { variant = "default", size = "m", icon, iconAfter, isBusy = false, children, ...rest } = props;
  const { className, onClick, type = "button", ...button } = rest;
  return (
    <button
      {...button}
      type={isBusy ? "button" : type}
      aria-busy={isBusy || undefined}
      // Not `disabled`: that would throw the focus away in the middle of the person's own action.
      aria-disabled={isBusy || button["aria-disabled"]}
      onClick={isBusy ? undefined : onClick}
      className={cx(buttonClass(variant, size), className)}
    >
      <span
        className={cx(
          "inline-flex items-center gap-[inherit]",
          isBusy && "invisible transition-[visibility] delay-300 duration-0",
        )}
      >
        {icon}
        {children}
        {iconAfter}
      </span>
      {isBusy ? <Spinner className="absolute" size={size === "s" ? "s" : "m"} label="Working" /> : null}
    </button>
  );
}

export interface ButtonLinkProps extends Look, Omit<ComponentProps<typeof Link>, "prefetch"> {
  /** A plain `<a>`, for downloads and other hosts. */
  isPlain?: boolean;
  href: string;
}

/** A link that looks like a button. Never prefetched: a read is an event on record, so it must be meant. */
export function ButtonLink(props: ButtonLinkProps) {
  const {
    variant = "default",
    size = "m",
    icon,
    iconAfter,
    isPlain,
    children,
    className,
    href,
    ...rest
  } = props;
  const classes = cx(buttonClass(variant, size), className);
  const inner = (
    <>
      {icon}
      {children}
      {iconAfter}
    </>
  );
  if (isPlain) {
    const { download, target, rel } = rest;
    return (
      <a href={href} className={classes} download={download} target={target} rel={rel}>
        {inner}
      </a>
    );
  }
  return (
    <Link {...rest} href={href} prefetch={false} className={classes}>
      {inner}
    </Link>
  );
}
