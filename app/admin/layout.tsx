import type { ReactNode } from "react";
import { DashboardFrame } from "@/components/sheets/dashboard-frame";
import { requestedPath, requireAdmin } from "@/lib/auth/loaders";
import { loadFrame } from "@/lib/frame/loaders";

/**
 * The same frame as around the other pages. Pages judge for themselves who may see them; the layout
 * judges too, since Next can be asked for it without the page.
 */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  await requireAdmin("rule:list", await requestedPath());
  const frame = await loadFrame();
  return frame ? <DashboardFrame {...frame}>{children}</DashboardFrame> : children;
}
