"use client";

import { signIn } from "next-auth/react";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

/** Started by script: a form that ends at Smartsheet would be stopped by the page's own policy. */
export function SignInButton({ returnTo }: { returnTo: string }) {
  const [isLeaving, setLeaving] = useState(false);
  const [hasFailed, setFailed] = useState(false);

  // Who comes back with the browser's own Back finds the page as they left it: busy for ever, without this.
  useEffect(() => {
    const reset = (event: PageTransitionEvent) => event.persisted && setLeaving(false);
    window.addEventListener("pageshow", reset);
    return () => window.removeEventListener("pageshow", reset);
  }, []);

  const leave = async () => {
    setLeaving(true);
    setFailed(false);
    try {
      await signIn("smartsheet", { callbackUrl: returnTo });
    } catch {
      // Any failure here is the network's: nothing was sent to Smartsheet yet.
      setLeaving(false);
      setFailed(true);
    }
  };

  return (
    <>
      {hasFailed ? (
        <Notice tone="danger" role="alert">
          <b>Sheetpass did not answer.</b> Check your connection and try again.
        </Notice>
      ) : null}
      <Button variant="primary" size="l" className="w-full" isBusy={isLeaving} onClick={leave}>
        Sign in with Smartsheet
      </Button>
    </>
  );
}
