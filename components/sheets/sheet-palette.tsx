"use client";

import { useMemo, useState } from "react";
import { CommandPalette } from "@/components/frame/command-palette";
import type { FramePerson } from "@/components/frame/rail";
import { palettePlaces } from "./palette-places";
import { createSheetSearch } from "./sheet-search";

interface SheetPaletteProps {
  role: FramePerson["role"];
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** The palette over places, actions and the sheets one can read. */
export function SheetPalette({ role, open, onOpenChange }: SheetPaletteProps) {
  const places = useMemo(() => palettePlaces(role), [role]);
  const [search] = useState(() => createSheetSearch());
  return <CommandPalette groups={places} search={search} open={open} onOpenChange={onOpenChange} />;
}
