"use client";

import { CircleCheck, Unplug } from "lucide-react";
import { useRouter } from "next/navigation";
import { Button, ButtonLink } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { errorText } from "@/components/ui/error-text";
import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/relative-time";
import { useToast } from "@/components/ui/toast";
import { disconnect } from "@/lib/auth/actions";

const connectAgain = "/?again=1&to=/account";

/** Whether the person's own sheets open, and the two ways to change that. */
export function SmartsheetConnection({ connectedAt }: { connectedAt: string | null }) {
  const router = useRouter();
  const toast = useToast();
  if (connectedAt === null)
    return (
      <Notice
        tone="warning"
        icon={<Unplug />}
        action={
          <ButtonLink href={connectAgain} size="s">
            Connect again
          </ButtonLink>
        }
      >
        <b>Your Smartsheet connection has ended.</b> Your own sheets are closed until you connect again.
        Sheets opened to you by a rule still work, and nothing else of yours is lost.
      </Notice>
    );
  const confirm = async () => {
    const result = await disconnect({});
    if (!result.ok) return errorText(result.error);
    toast.show({ title: "Disconnected from Smartsheet" });
    router.refresh();
    return undefined;
  };
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <p className="flex min-w-0 flex-1 basis-[260px] items-center gap-2.5">
        <CircleCheck className="size-4 flex-none text-own" aria-hidden="true" />
        <span>
          <span className="font-strong">Connected</span>
          <span className="text-ink-3">
            {" "}
            · last renewed <RelativeTime at={connectedAt} />
          </span>
        </span>
      </p>
      <ButtonLink href={connectAgain} variant="quiet">
        Connect again
      </ButtonLink>
      <ConfirmDialog
        trigger={<Button>Disconnect</Button>}
        title="Disconnect from Smartsheet?"
        confirmLabel="Disconnect"
        cancelLabel="Stay connected"
        isDanger
        onConfirm={confirm}
      >
        Sheetpass forgets your Smartsheet access and gives it back. Your own sheets close here; sheets opened
        to you by a rule stay. You stay signed in and can connect again at any time.
      </ConfirmDialog>
    </div>
  );
}
