import {
  CirclePause,
  HeartPulse,
  Link2,
  type LucideIcon,
  Plug,
  ScanEye,
  ScrollText,
  Star,
  Table2,
  Ticket,
  Users,
  Waypoints,
} from "lucide-react";

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
  /** Other addresses that belong to it. */
  also?: readonly string[];
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
  { id: "groups", label: "Groups", href: "/admin/groups", icon: Users },
  { id: "connections", label: "Connections", href: "/admin/connections", icon: Plug, count: "connections" },
  { id: "health", label: "Health", href: "/admin/health", icon: HeartPulse },
  // "All links" beside "Links": two places of one name would be one too many.
  { id: "all-links", label: "All links", href: "/admin/links", icon: Waypoints },
  { id: "pauses", label: "Pauses", href: "/admin/pauses", icon: CirclePause },
  {
    id: "access",
    label: "Access",
    href: "/admin/who",
    also: ["/admin/explain", "/admin/view-as"],
    icon: ScanEye,
  },
  { id: "audit", label: "Audit", href: "/admin/audit", also: ["/admin/decisions"], icon: ScrollText },
];

/** Which section an address belongs to; null on pages outside the rail, such as the account. */
export function sectionOf(path: string, show: string | null): string | null {
  if (path === "/sheets" && show === "favourites") return "favourites";
  const all = [...mainSections, ...adminSections].filter((section) => section.id !== "favourites");
  const found = all.find(({ href, also = [] }) =>
    [href, ...also].some((place) => path === place || path.startsWith(`${place}/`)),
  );
  return found?.id ?? null;
}
