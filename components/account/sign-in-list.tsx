"use client";

import { Monitor, Smartphone } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { errorText } from "@/components/ui/error-text";
import { RelativeTime } from "@/components/ui/relative-time";
import { useToast } from "@/components/ui/toast";
import type { AccountAnswer } from "@/lib/auth/account";
import { endOtherSessions, endSession } from "@/lib/auth/actions";
import { deviceWords } from "./device-words";

type SignIn = AccountAnswer["sessions"][number];

/** Where the person is signed in, this one first. */
export function SignInList({ signIns }: { signIns: readonly SignIn[] }) {
  const router = useRouter();
  const toast = useToast();
  const others = signIns.filter(({ isThisOne }) => !isThisOne).length;
  const endOthers = async () => {
    const result = await endOtherSessions({});
    if (!result.ok) return errorText(result.error);
    const { count } = result.value;
    toast.show({ title: count === 1 ? "1 other sign-in ended" : `${count} other sign-ins ended` });
    router.refresh();
    return undefined;
  };
  const sorted = [...signIns].sort((a, b) => Number(b.isThisOne) - Number(a.isThisOne));
  return (
    <>
      <ul className="-mt-2">
        {sorted.map((signIn) => (
          <SignInRow key={signIn.id} signIn={signIn} />
        ))}
      </ul>
      {others > 0 ? (
        <div className="mt-3">
          <ConfirmDialog
            trigger={<Button>End all others</Button>}
            title={others === 1 ? "End the other sign-in?" : `End ${others} other sign-ins?`}
            confirmLabel={others === 1 ? "End it" : "End them"}
            isDanger
            onConfirm={endOthers}
          >
            Whoever uses them has to sign in again. This one stays.
          </ConfirmDialog>
        </div>
      ) : (
        <p className="mt-3 text-s text-ink-3">You are signed in nowhere else.</p>
      )}
    </>
  );
}

function SignInRow({ signIn }: { signIn: SignIn }) {
  const router = useRouter();
  const toast = useToast();
  const [isBusy, setBusy] = useState(false);
  const { words, isPhone } = deviceWords(signIn.userAgent);
  const Icon = isPhone ? Smartphone : Monitor;
  const end = async () => {
    setBusy(true);
    try {
      const result = await endSession({ id: signIn.id });
      // Ended meanwhile, by its own sign-out perhaps: what was wanted is so.
      if (result.ok || result.error.code === "not_found") toast.show({ title: "Sign-in ended" });
      else toast.show({ title: "The sign-in was not ended", text: errorText(result.error), tone: "danger" });
      router.refresh();
    } finally {
      setBusy(false);
    }
  };
  return (
    <li className="flex items-center gap-3 border-b border-line py-2.5">
      <Icon className="size-[18px] flex-none text-ink-3" aria-hidden="true" />
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
          <span className="font-strong">{words}</span>
          {signIn.isThisOne ? <Badge tone="own">This one</Badge> : null}
        </div>
        <p className="text-s text-ink-3">
          {signIn.isThisOne ? null : (
            <>
              Seen <RelativeTime at={signIn.lastSeenAt} /> ·{" "}
            </>
          )}
          Signed in <RelativeTime at={signIn.startedAt} />
          {signIn.network ? ` · from ${signIn.network}` : null}
        </p>
      </div>
      {signIn.isThisOne ? null : (
        <Button size="s" isBusy={isBusy} onClick={end} aria-label={`End the sign-in with ${words}`}>
          End
        </Button>
      )}
    </li>
  );
}
