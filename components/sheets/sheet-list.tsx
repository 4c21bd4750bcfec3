"use client";

import { useState } from "react";
import { PageHead } from "@/components/frame/page-head";
import { SearchField } from "@/components/ui/search-field";
import { Segmented } from "@/components/ui/segmented";
import type { RecentSheet, SheetListLine } from "@/lib/sheets/answer";
import { useFavourites } from "./favourites";
import { ListEmpty } from "./list-empty";
import { byName, chosenLines, type ListSort, type Reach } from "./list-order";
import { OwnProblem } from "./own-problem";
import { RecentSheets } from "./recent-sheets";
import { SheetCards, SheetTable } from "./sheet-table";

interface SheetListProps {
  sheets: readonly SheetListLine[];
  ownProblem: "reconnect" | "unavailable" | null;
  recents: readonly RecentSheet[];
  isFavourites: boolean;
  administrators: readonly string[];
  timeZone: string;
}

const reaches = [
  { value: "all", label: "All" },
  { value: "own", label: "Your access" },
  { value: "delegated", label: "Delegated" },
] as const;

export function SheetList(props: SheetListProps) {
  const { sheets, ownProblem, recents, isFavourites, administrators, timeZone } = props;
  const { ids: favourites } = useFavourites();
  const [query, setQuery] = useState("");
  const [reach, setReach] = useState<Reach>("all");
  const [sort, setSort] = useState<ListSort>(byName);
  const lines = chosenLines(sheets, { query, reach, favourites: isFavourites ? favourites : null, sort });
  const narrowedBy = query.trim() !== "" ? "query" : reach !== "all" ? "reach" : null;
  const total = isFavourites ? sheets.filter(({ id }) => favourites.has(id)).length : sheets.length;
  const count = total.toLocaleString("en");
  return (
    <>
      <PageHead
        title={isFavourites ? "Favourites" : "Sheets"}
        text={isFavourites ? `${count} starred` : `${count} you can read`}
        actions={
          sheets.length > 0 ? (
            <>
              <SearchField
                label="Search sheets"
                value={query}
                onValueChange={setQuery}
                className="w-60 max-narrow:w-full"
              />
              <Segmented label="How you reach it" options={reaches} value={reach} onValueChange={setReach} />
            </>
          ) : undefined
        }
      />
      <p role="status" className="sr-only">
        {narrowedBy === null ? null : `${lines.length} of ${count} sheets shown`}
      </p>
      {ownProblem ? (
        <div className="pb-3">
          <OwnProblem problem={ownProblem} />
        </div>
      ) : null}
      {narrowedBy === null && !isFavourites ? <RecentSheets sheets={sheets} recents={recents} /> : null}
      {lines.length > 0 ? (
        <>
          <SheetTable lines={lines} sort={sort} onSort={setSort} timeZone={timeZone} />
          <SheetCards lines={lines} timeZone={timeZone} />
        </>
      ) : (
        <ListEmpty
          {...{ narrowedBy: total > 0 ? narrowedBy : null, query, isFavourites, administrators }}
          onClear={() => {
            setQuery("");
            setReach("all");
          }}
        />
      )}
    </>
  );
}
