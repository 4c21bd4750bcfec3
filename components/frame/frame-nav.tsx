"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { type ReactNode, useState } from "react";
import { useShortcut } from "@/components/ui/use-shortcut";
import { BottomBar } from "./bottom-bar";
import { type FramePerson, Rail } from "./rail";
import { type NavCounts, sectionOf } from "./sections";

export interface FrameNavProps {
  person: FramePerson;
  counts?: NavCounts;
  /** Draws the palette. Called from the first time on that somebody asks for it, so that it may load then. */
  palette?: (dialog: { open: boolean; onOpenChange: (open: boolean) => void }) => ReactNode;
}

/** Rail, bottom bar and palette: the parts of the frame that need to know where one is. */
export function FrameNav({ person, counts, palette }: FrameNavProps) {
  const path = usePathname();
  const show = useSearchParams().get("show");
  const [isSearching, setSearching] = useState<boolean | null>(null);
  // Ctrl K or ⌘K anywhere.
  useShortcut(palette ? { key: "k", withMod: true } : null, () => setSearching(!isSearching));
  const current = path.startsWith("/account") ? "account" : sectionOf(path, show);
  const nav = { person, counts, current, onSearch: palette ? () => setSearching(true) : undefined };
  return (
    <>
      <Rail {...nav} />
      <BottomBar {...nav} />
      {palette && isSearching !== null ? palette({ open: isSearching, onOpenChange: setSearching }) : null}
    </>
  );
}
