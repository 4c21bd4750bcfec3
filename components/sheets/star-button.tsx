"use client";

import { Star } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { useFavourites } from "./favourites";

interface StarButtonProps {
  sheetId: string;
  sheetName: string;
  size?: "s" | "m";
}

export function StarButton({ sheetId, sheetName, size = "s" }: StarButtonProps) {
  const { ids, toggle } = useFavourites();
  const isFavourite = ids.has(sheetId);
  return (
    <IconButton
      label={isFavourite ? `Remove ${sheetName} from favourites` : `Add ${sheetName} to favourites`}
      aria-pressed={isFavourite}
      size={size}
      onClick={() => toggle(sheetId)}
      className={isFavourite ? "text-warning" : "text-ink-3"}
      icon={<Star aria-hidden="true" fill={isFavourite ? "currentColor" : "none"} />}
    />
  );
}
