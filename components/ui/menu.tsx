"use client";

import {
  cloneElement,
  type HTMLAttributes,
  lazy,
  type ReactElement,
  type ReactNode,
  Suspense,
  useState,
} from "react";

const load = () => import("./menu-popup");
/** Loaded when somebody first presses or points at a menu's button. */
const MenuPopup = lazy(load);

export interface MenuWords {
  label: string;
  icon?: ReactNode;
  /** Quiet words at the end: a shortcut, a count. */
  hint?: ReactNode;
  disabled?: boolean;
}

export type MenuItem =
  | (MenuWords & { onSelect: () => void; isDanger?: boolean; href?: undefined })
  | (MenuWords & { href: string; isPlain?: boolean })
  | (MenuWords & { isChecked: boolean; onCheckedChange: (isChecked: boolean) => void })
  | { heading: string }
  | { isSeparator: true };

export interface MenuProps {
  /** A button; it keeps its own words and look. */
  trigger: ReactElement<HTMLAttributes<HTMLElement>>;
  items: readonly MenuItem[];
  align?: "start" | "center" | "end";
  side?: "top" | "bottom" | "left" | "right";
}

/** A button with a menu. */
export function Menu(props: MenuProps) {
  const [isAsked, setAsked] = useState(false);
  const { trigger } = props;
  const own = trigger.props;
  const plain = cloneElement(trigger, {
    "aria-haspopup": "menu",
    "aria-expanded": false,
    onPointerEnter(event) {
      own.onPointerEnter?.(event);
      void load();
    },
    onClick(event) {
      own.onClick?.(event);
      setAsked(true);
    },
    onKeyDown(event) {
      own.onKeyDown?.(event);
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      event.preventDefault();
      setAsked(true);
    },
  });
  return <Suspense fallback={plain}>{isAsked ? <MenuPopup {...props} /> : plain}</Suspense>;
}
