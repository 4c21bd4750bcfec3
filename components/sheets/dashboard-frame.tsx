"use client";

import { type ReactNode, useMemo, useState } from "react";
import { AppFrame } from "@/components/frame/app-frame";
import type { FramePerson } from "@/components/frame/rail";
import type { NavCounts } from "@/components/frame/sections";
import { FavouritesProvider, useFavourites } from "./favourites";
import { palettePlaces } from "./palette-places";
import { createSheetSearch } from "./sheet-search";

interface DashboardFrameProps {
  person: FramePerson;
  counts: NavCounts;
  favourites: readonly string[];
  isDemo: boolean;
  /** Bars over every page. */
  notices?: ReactNode;
  children: ReactNode;
}

function Framed({ person, counts, isDemo, notices, children }: Omit<DashboardFrameProps, "favourites">) {
  const { ids } = useFavourites();
  const palette = useMemo(() => palettePlaces(person.role), [person.role]);
  const [search] = useState(() => createSheetSearch());
  return (
    <AppFrame
      person={person}
      counts={{ ...counts, links: counts.links || undefined, favourites: ids.size || undefined }}
      demo={isDemo}
      notices={notices}
      palette={palette}
      search={search}
    >
      {children}
    </AppFrame>
  );
}

/** The frame of every signed-in page, with its stars and its palette. */
export function DashboardFrame({ favourites, ...frame }: DashboardFrameProps) {
  return (
    <FavouritesProvider initial={favourites}>
      <Framed {...frame} />
    </FavouritesProvider>
  );
}
