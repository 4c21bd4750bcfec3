"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import { Dialog } from "@base-ui/react/dialog";
import { CornerDownLeft, Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { cx } from "@/components/ui/class-names";
import { dialogClass, scrimClass } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { Spinner } from "@/components/ui/spinner";
import { optionClass } from "@/components/ui/surfaces";
import {
  joinGroups,
  matchingGroups,
  type PaletteGroup,
  type PaletteItem,
  type PaletteSearch,
} from "./palette-items";
import { usePaletteSearch } from "./use-palette-search";

interface CommandPaletteProps {
  groups: readonly PaletteGroup[];
  search?: PaletteSearch;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

function PaletteRow({ item, onChoose }: { item: PaletteItem; onChoose: () => void }) {
  return (
    <Autocomplete.Item
      value={item}
      onClick={onChoose}
      className={cx(optionClass, "group/row min-h-[34px] gap-2.5 px-2.5")}
    >
      {item.icon ? <span className="flex-none text-ink-3 [&_svg]:size-4">{item.icon}</span> : null}
      <span className="min-w-0 truncate">{item.label}</span>
      {item.hint ? <span className="min-w-0 flex-1 truncate text-s text-ink-3">{item.hint}</span> : null}
      <CornerDownLeft
        className="invisible ml-auto size-3.5 flex-none text-ink-3 group-data-highlighted/row:visible"
        aria-hidden="true"
      />
    </Autocomplete.Item>
  );
}

/** What is typed lives here, inside the dialog, so that it is gone when the palette closes. */
function PaletteBody({
  groups,
  search,
  onClose,
}: Pick<CommandPaletteProps, "groups" | "search"> & { onClose: () => void }) {
  const router = useRouter();
  const [query, setQuery] = useState("");
  const { found, status } = usePaletteSearch(query, search);
  const shown = joinGroups(matchingGroups(groups, query), found);
  const choose = (item: PaletteItem) => {
    onClose();
    if (item.href !== undefined) router.push(item.href);
    else item.onSelect();
  };
  const note = {
    idle: shown.length === 0 ? `Nothing found for "${query.trim()}"` : null,
    loading: shown.length === 0 ? "Searching" : null,
    error: "Search did not answer. What you see is from this page only.",
  }[status];
  return (
    <Autocomplete.Root
      open
      inline
      items={shown}
      filter={null}
      value={query}
      onValueChange={(text, { reason }) => {
        if (reason !== "item-press") setQuery(text);
      }}
      itemToStringValue={(item: PaletteItem) => item.label}
      autoHighlight="always"
      keepHighlight
    >
      <Autocomplete.InputGroup className="flex h-12 flex-none items-center gap-3 border-b border-line px-4 text-ink-3">
        <Search className="size-4 flex-none" aria-hidden="true" />
        <Autocomplete.Input
          aria-label="Search sheets, people, rules and actions"
          placeholder="Search sheets, people, rules and actions"
          spellCheck={false}
          className="h-full min-w-0 flex-1 bg-transparent text-l text-ink outline-none"
        />
        {status === "loading" ? <Spinner size="s" /> : null}
        <Dialog.Close aria-label="Close" className="flex-none rounded-small">
          <Kbd>Esc</Kbd>
        </Dialog.Close>
      </Autocomplete.InputGroup>
      <Autocomplete.Status className="px-4 py-3 text-ink-3 empty:hidden">{note}</Autocomplete.Status>
      <Autocomplete.List className="min-h-0 scroll-py-8 overflow-y-auto overscroll-contain px-1.5 pb-1.5 outline-none data-empty:hidden">
        {(group: PaletteGroup) => (
          <Autocomplete.Group key={group.label} items={[...group.items]}>
            <Autocomplete.GroupLabel className="px-2.5 pt-2.5 pb-1 text-xs text-ink-3">
              {group.label}
            </Autocomplete.GroupLabel>
            <Autocomplete.Collection>
              {(item: PaletteItem) => <PaletteRow key={item.id} item={item} onChoose={() => choose(item)} />}
            </Autocomplete.Collection>
          </Autocomplete.Group>
        )}
      </Autocomplete.List>
    </Autocomplete.Root>
  );
}

/** Find a place or a thing and go there. */
export function CommandPalette({ groups, search, open, onOpenChange }: CommandPaletteProps) {
  return (
    <Dialog.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Dialog.Portal>
        <Dialog.Backdrop className={scrimClass} />
        <Dialog.Viewport className="fixed inset-0 z-40 flex items-start justify-center p-3 narrow:pt-[12vh]">
          <Dialog.Popup
            aria-label="Search"
            className={cx(dialogClass, "max-h-[min(480px,100%)] max-w-[600px]")}
          >
            <PaletteBody groups={groups} search={search} onClose={() => onOpenChange(false)} />
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
