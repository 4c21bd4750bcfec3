"use client";

import {
  cloneElement,
  type HTMLAttributes,
  lazy,
  type ReactElement,
  type ReactNode,
  Suspense,
  useEffect,
  useRef,
  useState,
} from "react";

/** Loaded when somebody first points at something: what floats weighs more than the page it floats over. */
const TooltipPopup = lazy(() => import("./tooltip-popup"));

interface TooltipProps {
  text: ReactNode;
  /** A single focusable element; it keeps its own accessible name. */
  children: ReactElement<HTMLAttributes<HTMLElement>>;
  side?: "top" | "bottom" | "left" | "right";
  popupClassName?: string;
}

const OPEN_MS = 500;
/** Long enough to move the pointer onto the words. */
const CLOSE_MS = 120;

/** A hint for hover and keyboard focus. It repeats or adds; it never carries what a touch user must know. */
export function Tooltip({ text, children, side = "top", popupClassName }: TooltipProps) {
  const [anchor, setAnchor] = useState<Element | null>(null);
  const [isOpen, setOpen] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const turn = (next: boolean, milliseconds: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setOpen(next), milliseconds);
  };
  const close = () => {
    clearTimeout(timer.current);
    setOpen(false);
  };
  const own = children.props;
  const trigger = cloneElement(children, {
    onPointerEnter(event) {
      own.onPointerEnter?.(event);
      if (event.pointerType === "touch") return;
      setAnchor(event.currentTarget);
      turn(true, OPEN_MS);
    },
    onPointerLeave(event) {
      own.onPointerLeave?.(event);
      turn(false, CLOSE_MS);
    },
    onPointerDown(event) {
      own.onPointerDown?.(event);
      close();
    },
    onFocus(event) {
      own.onFocus?.(event);
      if (!event.currentTarget.matches(":focus-visible")) return;
      setAnchor(event.currentTarget);
      turn(true, 0);
    },
    onBlur(event) {
      own.onBlur?.(event);
      close();
    },
    onKeyDown(event) {
      own.onKeyDown?.(event);
      if (event.key === "Escape" || event.key === "Enter" || event.key === " ") close();
    },
  });
  return (
    <>
      {trigger}
      {anchor ? (
        <Suspense fallback={null}>
          <TooltipPopup
            {...{ anchor, isOpen, text, side }}
            onOpenChange={setOpen}
            onPointerEnter={() => turn(true, 0)}
            onPointerLeave={() => turn(false, CLOSE_MS)}
            className={popupClassName}
          />
        </Suspense>
      ) : null}
    </>
  );
}
