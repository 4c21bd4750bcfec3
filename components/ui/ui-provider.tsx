"use client";

import { CSPProvider } from "@base-ui/react/csp-provider";
import type { ReactNode } from "react";
import { ToastProvider } from "./toast";

/** Once, inside <body>. The nonce reaches every tag Base UI may write; none of ours writes one today. */
export function UiProvider({ nonce, children }: { nonce?: string; children: ReactNode }) {
  return (
    <CSPProvider nonce={nonce} disableStyleElements={nonce === undefined}>
      <ToastProvider>{children}</ToastProvider>
    </CSPProvider>
  );
}
