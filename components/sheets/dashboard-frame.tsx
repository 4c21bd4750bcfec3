"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { AppFrame } from "@/components/frame/app-frame";
import type { FramePerson } from "@/components/frame/rail";
import type { NavCounts } from "@/components/frame/sections";
import { FavouritesProvider, useFavourites } from "./favourites";

const SheetPalette = dynamic(() => import("./sheet-palette").then((file) => file.SheetPalette), {
  ssr: false,
});

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
  return (
    <AppFrame
      person={person}
      counts={{ ...counts, links: counts.links || undefined, favourites: ids.size || undefined }}
      demo={isDemo}
      notices={notices}
      palette={(dialog) => <SheetPalette role={person.role} {...dialog} />}
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
