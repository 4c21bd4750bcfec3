import type { ReactNode } from "react";
import { DemoLine } from "@/components/frame/demo-line";
import { services } from "@/lib/services";

/** Around what share links open: nothing but the word that a demo is a demo. */
export default function LinkLayout({ children }: { children: ReactNode }) {
  return (
    <div className="flex h-dvh flex-col print:block print:h-auto">
      {services().env.isDemo ? <DemoLine /> : null}
      {children}
    </div>
  );
}
