"use client";

import { createContext, type ReactNode, use, useCallback, useMemo, useState } from "react";
import { useToast } from "@/components/ui/toast";
import { setFavourite } from "@/lib/sheets/actions";

interface Favourites {
  ids: ReadonlySet<string>;
  toggle: (sheetId: string) => void;
}

const FavouritesContext = createContext<Favourites>({ ids: new Set(), toggle: () => {} });

export const useFavourites = () => use(FavouritesContext);

const withOrWithout = (ids: ReadonlySet<string>, id: string, isOn: boolean) => {
  const after = new Set(ids);
  if (isOn) after.add(id);
  else after.delete(id);
  return after;
};

/** One set of stars for the rail's number, the list and the sheet's head: marked at once, taken back if it fails. */
export function FavouritesProvider({
  initial,
  children,
}: {
  initial: readonly string[];
  children: ReactNode;
}) {
  const [ids, setIds] = useState<ReadonlySet<string>>(() => new Set(initial));
  const { show } = useToast();
  const toggle = useCallback(
    async (sheetId: string) => {
      const isFavourite = !ids.has(sheetId);
      setIds((before) => withOrWithout(before, sheetId, isFavourite));
      const result = await setFavourite({ sheetId, isFavourite }).catch(() => null);
      if (result?.ok) return;
      setIds((before) => withOrWithout(before, sheetId, !isFavourite));
      const text = result ? `${result.error.message} Request ${result.error.requestId}` : undefined;
      show({ title: "The favourite was not saved", text, tone: "danger" });
    },
    [ids, show],
  );
  const value = useMemo(() => ({ ids, toggle }), [ids, toggle]);
  return <FavouritesContext value={value}>{children}</FavouritesContext>;
}
