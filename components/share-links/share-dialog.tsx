"use client";

import { useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import type { VisibleColumn } from "@/lib/policy/sheet";
import { MadeLinkPanel } from "./made-link-panel";
import { type MadeLinkWithPassword, ShareForm } from "./share-form";

export interface ShareDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  sheet: { id: string; name: string };
  columns: readonly VisibleColumn[];
  /** When the maker's own access ends, ISO 8601; null when it does not. */
  endsBefore: string | null;
  timeZone: string;
}

/** Makes a link to what one sees, then shows it once. */
export function ShareDialog(props: ShareDialogProps) {
  const { open, onOpenChange, sheet } = props;
  const [made, setMade] = useState<MadeLinkWithPassword | null>(null);
  const change = (next: boolean) => {
    onOpenChange(next);
    // The address is shown only now: what is opened next is a new form.
    if (!next) setMade(null);
  };
  if (made) return <MadeLinkPanel open={open} onOpenChange={change} made={made} timeZone={props.timeZone} />;
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      title={`Share ${sheet.name}`}
      text="Whoever has the link reads what you choose here, without an account. It never shows more than you see yourself."
    >
      <ShareForm {...props} onCancel={() => change(false)} onMade={setMade} />
    </Dialog>
  );
}
