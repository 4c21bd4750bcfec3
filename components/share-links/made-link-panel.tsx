"use client";

import { UntilDate } from "@/components/access/until-date";
import { Button, ButtonLink } from "@/components/ui/button";
import { CopyField } from "@/components/ui/copy-field";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import type { MadeLinkWithPassword } from "./share-form";

interface MadeLinkPanelProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  made: MadeLinkWithPassword;
  timeZone: string;
}

export function MadeLinkPanel({ open, onOpenChange, made, timeZone }: MadeLinkPanelProps) {
  const { link, password } = made;
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Your link is ready"
      text={
        <>
          It opens {link.title ?? link.sheetName} until{" "}
          <UntilDate at={link.endsAt} timeZone={timeZone} isPlain />.
        </>
      }
      actions={
        <>
          <ButtonLink href="/links" variant="quiet">
            Your links
          </ButtonLink>
          <Button variant="primary" onClick={() => onOpenChange(false)}>
            Done
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <CopyField label="Link" value={link.url} copyLabel="Copy link" />
        {password === null ? null : (
          <CopyField
            label="Password"
            value={password}
            copyLabel="Copy password"
            hint="Send it another way than the link."
          />
        )}
        <Notice>
          {password === null
            ? "The link is shown only now."
            : "The link and its password are shown only now."}{" "}
          Copy before you close; if it gets lost, make another.
        </Notice>
      </div>
    </Dialog>
  );
}
