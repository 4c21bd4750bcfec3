import { CirclePause, CircleUser, Monitor, Moon, Plug, Sun, Ticket, Users } from "lucide-react";
import { keepTheme } from "@/components/frame/keep-theme";
import type { PaletteGroup } from "@/components/frame/palette-items";
import { adminSections, mainSections, type Section } from "@/components/frame/sections";
import type { Theme } from "@/components/frame/theme";

const place = ({ id, label, href, icon: Icon }: Section) => ({
  id: `place ${id}`,
  label,
  href,
  icon: <Icon aria-hidden="true" />,
});

const themes: { theme: Theme; label: string; icon: React.ReactNode }[] = [
  { theme: "light", label: "Use the light theme", icon: <Sun aria-hidden="true" /> },
  { theme: "dark", label: "Use the dark theme", icon: <Moon aria-hidden="true" /> },
  { theme: "system", label: "Use the system's theme", icon: <Monitor aria-hidden="true" /> },
];

/** What the palette offers before anything is typed: places to go to, things to do. */
export function palettePlaces(role: "viewer" | "admin"): PaletteGroup[] {
  const isAdmin = role === "admin";
  return [
    {
      label: "Places",
      items: [
        ...mainSections.map(place),
        ...(isAdmin ? adminSections.map(place) : []),
        { id: "place account", label: "Account", href: "/account", icon: <CircleUser aria-hidden="true" /> },
      ],
    },
    {
      label: "Actions",
      items: [
        ...(isAdmin
          ? [
              {
                id: "do new-rule",
                label: "New rule",
                href: "/admin/rules/new",
                icon: <Ticket aria-hidden="true" />,
              },
              {
                id: "do connections",
                label: "Check a connection",
                href: "/admin/connections",
                icon: <Plug aria-hidden="true" />,
              },
              {
                id: "do pause",
                label: "Pause a person, sheet, rule or link",
                href: "/admin/pauses",
                icon: <CirclePause aria-hidden="true" />,
              },
              {
                id: "do new-group",
                label: "Make or change a group",
                href: "/admin/groups",
                icon: <Users aria-hidden="true" />,
              },
            ]
          : []),
        ...themes.map(({ theme, label, icon }) => ({
          id: `do theme-${theme}`,
          label,
          icon,
          onSelect: () => keepTheme(theme),
        })),
      ],
    },
  ];
}
