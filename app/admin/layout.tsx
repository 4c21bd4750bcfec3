import type { ReactNode } from "react";
import { AllPausedNotice } from "@/components/pauses/all-paused-notice";
import { DashboardFrame } from "@/components/sheets/dashboard-frame";
import { requestedPath, requireAdmin } from "@/lib/auth/loaders";
import { loadFrame } from "@/lib/frame/loaders";
import { findPausedAll } from "@/lib/pauses/loaders";
import { services } from "@/lib/services";

/**
 * The same frame as around the other pages. Pages judge for themselves who may see them; the layout
 * judges too, since Next can be asked for it without the page.
 */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  await requireAdmin("rule:list", await requestedPath());
  const frame = await loadFrame();
  if (!frame) return children;
  const paused = await findPausedAll();
  return (
    <DashboardFrame
      {...frame}
      notices={paused ? <AllPausedNotice paused={paused} isAdmin timeZone={services().env.timeZone} /> : null}
    >
      {children}
    </DashboardFrame>
  );
}
