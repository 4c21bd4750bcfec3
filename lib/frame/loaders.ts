import "server-only";
import { headers } from "next/headers";
import { cache } from "react";
import { listConnections } from "@/db/queries/connections";
import { countOpenRules } from "@/db/queries/rules";
import { findViewer } from "@/lib/auth/loaders";
import { mayAdminister } from "@/lib/policy/administer";
import { services } from "@/lib/services";
import { countActiveLinks } from "@/lib/share-links/loaders";
import { localeOf } from "./locale";

export interface FrameFacts {
  person: { name: string; email: string; role: "viewer" | "admin" };
  favourites: string[];
  counts: { links: number; rules?: number; connections?: number };
  isDemo: boolean;
}

/** What stands around every page of a signed-in person; null for nobody. Reads our own tables only, never Smartsheet. */
export const loadFrame = cache(async (): Promise<FrameFacts | null> => {
  const viewer = await findViewer();
  if (!viewer) return null;
  const { env, clock, sheetList } = services();
  const { name, email, role } = viewer;
  const mayList = (action: "rule:list" | "connection:list") => mayAdminister({ role, enabled: true }, action);
  const [favourites, links, rules, connections] = await Promise.all([
    sheetList.favourites(viewer.userId),
    countActiveLinks(viewer.userId),
    mayList("rule:list") ? countOpenRules(clock.now().toISOString()) : undefined,
    mayList("connection:list") ? listConnections().then((rows) => rows.length) : undefined,
  ]);
  return {
    person: { name, email, role },
    favourites,
    counts: { links, rules, connections },
    isDemo: env.isDemo,
  };
});

export async function requestLocale(): Promise<string> {
  return localeOf((await headers()).get("accept-language"));
}

/** Whom to ask for access: the administrators' addresses, as the installation names them. */
export function administrators(): string[] {
  return services().env.adminEmails;
}
