"use client";

import { signIn } from "next-auth/react";
import { Button } from "@/components/ui/button";

/** Started by script: a form that ends at Smartsheet would be stopped by the page's own policy. */
export function SignIn({ returnTo }: { error?: string; returnTo: string; isDemo: boolean }) {
  return (
    <main className="grid min-h-dvh place-items-center">
      <Button variant="primary" onClick={() => signIn("smartsheet", { callbackUrl: returnTo })}>
        Sign in with Smartsheet
      </Button>
    </main>
  );
}
