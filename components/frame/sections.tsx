import { Link2, type LucideIcon, Plug, ScrollText, Star, Table2, Ticket, Waypoints } from "lucide-react";

export interface NavCounts {
  sheets?: number;
  favourites?: number;
  links?: number;
  rules?: number;
  connections?: number;
}

export interface Section {
  id: string;
  label: string;
  href: string;
  icon: LucideIcon;
  count?: keyof NavCounts;
}

export const mainSections: readonly Section[] = [
  { id: "sheets", label: "Sheets", href: "/sheets", icon: Table2, count: "sheets" },
  { id: "favourites", label: "Favourites", href: "/sheets?show=favourites", icon: Star, count: "favourites" },
  { id: "links", label: "Links", href: "/links", icon: Link2, count: "links" },
];

export const adminSections: readonly Section[] = [
  { id: "rules", label: "Rules", href: "/admin/rules", icon: Ticket, count: "rules" },
  { id: "connections", label: "Connections", href: "/admin/connections", icon: Plug, count: "connections" },
  // "All links" beside "Links": two places of one name would be one too many.
  { id: "all-links", label: "All links", href: "/admin/links", icon: Waypoints },
  { id: "audit", label: "Audit", href: "/admin/audit", icon: ScrollText },
];

/** Which section an address belongs to; null on pages outside the rail, such as the account. */
export function sectionOf(path: string, show: string | null): string | null {
  if (path === "/sheets" && show === "favourites") return "favourites";
  const all = [...mainSections, ...adminSections].filter((section) => section.id !== "favourites");
  const found = all.find((section) => path === section.href || path.startsWith(`${section.href}/`));
  return found?.id ?? null;
}
