"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useState } from "react";
import { Segmented } from "@/components/ui/segmented";
import { type Theme, themeCookie } from "./theme";

const options = [
  { value: "light", label: "Light", icon: <Sun aria-hidden="true" /> },
  { value: "dark", label: "Dark", icon: <Moon aria-hidden="true" /> },
  { value: "system", label: "System", icon: <Monitor aria-hidden="true" /> },
] as const;

const yearSeconds = 365 * 24 * 60 * 60;

/** Sets the theme for this page and the next ones. */
export function keepTheme(theme: Theme) {
  document.documentElement.dataset.theme = theme;
  const secure = location.protocol === "https:" ? "; Secure" : "";
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing over plain http, where the demo runs.
  document.cookie = `${themeCookie}=${theme}; Path=/; Max-Age=${yearSeconds}; SameSite=Lax${secure}`;
}

/** Takes effect at once; the server reads the cookie on the next page. */
export function ThemeSwitch({ theme }: { theme: Theme }) {
  const [chosen, setChosen] = useState(theme);
  return (
    <Segmented
      label="Theme"
      options={options}
      value={chosen}
      onValueChange={(next) => {
        keepTheme(next);
        setChosen(next);
      }}
    />
  );
}
