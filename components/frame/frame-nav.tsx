"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useState } from "react";
import { BottomBar } from "./bottom-bar";
import { CommandPalette, type PaletteGroup, type PaletteSearch } from "./command-palette";
import { type FramePerson, Rail } from "./rail";
import { type NavCounts, sectionOf } from "./sections";

export interface FrameNavProps {
  person: FramePerson;
  counts?: NavCounts;
  palette?: readonly PaletteGroup[];
  search?: PaletteSearch;
}

/** Rail, bottom bar and palette: the parts of the frame that need to know where one is. */
export function FrameNav({ person, counts, palette, search }: FrameNavProps) {
  const path = usePathname();
  const show = useSearchParams().get("show");
  const [isSearching, setSearching] = useState(false);
  const current = path.startsWith("/account") ? "account" : sectionOf(path, show);
  const nav = { person, counts, current, onSearch: palette ? () => setSearching(true) : undefined };
  return (
    <>
      <Rail {...nav} />
      <BottomBar {...nav} />
      {palette ? (
        <CommandPalette groups={palette} search={search} open={isSearching} onOpenChange={setSearching} />
      ) : null}
    </>
  );
}
