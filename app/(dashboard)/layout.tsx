import type { ReactNode } from "react";
import { DashboardFrame } from "@/components/sheets/dashboard-frame";
import { requestedPath, requireViewer } from "@/lib/auth/loaders";
import { loadFrame } from "@/lib/frame/loaders";

/**
 * Draws what stands around the pages. Pages judge for themselves who may see them; the layout
 * judges too, since Next can be asked for it without the page.
 */
export default async function DashboardLayout({ children }: { children: ReactNode }) {
  await requireViewer(await requestedPath());
  const frame = await loadFrame();
  return frame ? <DashboardFrame {...frame}>{children}</DashboardFrame> : children;
}
