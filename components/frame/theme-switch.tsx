"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useState } from "react";
import { Segmented } from "@/components/ui/segmented";
import { keepTheme } from "./keep-theme";
import type { Theme } from "./theme";

const options = [
  { value: "light", label: "Light", icon: <Sun aria-hidden="true" /> },
  { value: "dark", label: "Dark", icon: <Moon aria-hidden="true" /> },
  { value: "system", label: "System", icon: <Monitor aria-hidden="true" /> },
] as const;

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
