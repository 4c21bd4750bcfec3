"use client";

import { AlertDialog as Base } from "@base-ui/react/alert-dialog";
import { type ReactElement, type ReactNode, useState } from "react";
import { Button } from "./button";
import { buttonClass } from "./button-class";
import { cx } from "./class-names";
import { dialogClass, scrimClass } from "./dialog";
import { Notice } from "./notice";

interface ConfirmDialogProps {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  trigger?: ReactElement;
  /** The question, naming the thing: "End rule R-17?" */
  title: ReactNode;
  /** What will happen, and to whom. */
  children?: ReactNode;
  /** The verb: "End rule". */
  confirmLabel: string;
  cancelLabel?: string;
  isDanger?: boolean;
  /** Closes when it settles; a string it answers is an error, shown in place. */
  onConfirm: () => Promise<string | undefined> | undefined;
}

/** Asks once before something that cannot be taken back. A press outside does not answer it. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const {
    trigger,
    title,
    children,
    confirmLabel,
    cancelLabel = "Cancel",
    isDanger = false,
    onConfirm,
  } = props;
  const [isOpenHere, setOpenHere] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const open = props.open ?? isOpenHere;
  const setOpen = (next: boolean) => {
    setError(undefined);
    setOpenHere(next);
    props.onOpenChange?.(next);
  };
  const confirm = async () => {
    setBusy(true);
    try {
      const problem = await onConfirm();
      if (problem) setError(problem);
      else setOpen(false);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Base.Root open={open} onOpenChange={(next) => (isBusy ? undefined : setOpen(next))}>
      {trigger ? <Base.Trigger render={trigger} /> : null}
      <Base.Portal>
        <Base.Backdrop className={scrimClass} />
        <Base.Viewport className="fixed inset-0 z-40 flex items-start justify-center p-3 pt-[18vh]">
          <Base.Popup className={cx(dialogClass, "max-w-[420px]")}>
            <div className="flex min-h-0 flex-col gap-2 overflow-y-auto px-5 pt-4 pb-5">
              <Base.Title className="text-l font-semibold">{title}</Base.Title>
              {children ? (
                <Base.Description render={<div />} className="text-ink-2">
                  {children}
                </Base.Description>
              ) : null}
              {error ? <Notice tone="danger">{error}</Notice> : null}
            </div>
            <footer className="flex flex-wrap justify-end gap-2 border-t border-line bg-ground px-5 py-3">
              <Base.Close className={buttonClass("quiet", "m")}>{cancelLabel}</Base.Close>
              <Button variant={isDanger ? "danger" : "primary"} isBusy={isBusy} onClick={confirm}>
                {confirmLabel}
              </Button>
            </footer>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
