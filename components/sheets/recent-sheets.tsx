import Link from "next/link";
import { ViaMark } from "@/components/access/via-mark";
import { RelativeTime } from "@/components/ui/relative-time";
import type { RecentSheet, SheetListLine } from "@/lib/sheets/answer";
import { OpeningBar } from "./opening-bar";

const SHOWN = 5;

interface RecentSheetsProps {
  sheets: readonly SheetListLine[];
  recents: readonly RecentSheet[];
}

/** The last few one opened, in one line over the list. */
export function RecentSheets({ sheets, recents }: RecentSheetsProps) {
  const byId = new Map(sheets.map((sheet) => [sheet.id, sheet]));
  const shown = recents.slice(0, SHOWN).flatMap(({ sheetId, openedAt }) => {
    const sheet = byId.get(sheetId);
    return sheet ? [{ sheet, openedAt }] : [];
  });
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby="recently-opened" className="flex-none px-6 pb-4 max-narrow:px-0">
      <h2 id="recently-opened" className="pb-1.5 text-s font-medium text-ink-3 max-narrow:px-4">
        Recently opened
      </h2>
      <ul className="flex gap-2 overflow-x-auto max-narrow:px-4 max-narrow:[scrollbar-width:none] narrow:-mx-1 narrow:px-1 narrow:pb-1">
        {shown.map(({ sheet, openedAt }) => (
          <li key={sheet.id} className="w-44 flex-none">
            <Link
              href={`/sheets/${sheet.id}`}
              prefetch={false}
              className="relative flex flex-col gap-0.5 overflow-hidden rounded-control border border-line bg-surface px-3 py-2 text-ink no-underline transition-colors duration-enter hover:border-line-strong hover:bg-hover focus-visible:-outline-offset-2"
            >
              <span className="flex items-center gap-1.5">
                <ViaMark
                  via={sheet.via}
                  className={
                    sheet.via === "own" ? "size-2.5 flex-none text-own" : "size-2.5 flex-none text-delegated"
                  }
                />
                <span className="truncate font-strong">{sheet.name}</span>
              </span>
              <RelativeTime at={openedAt} className="text-s text-ink-3" />
              <OpeningBar />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
