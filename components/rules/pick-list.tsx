"use client";

import { Combobox as Base } from "@base-ui/react/combobox";
import { Check, Search } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/class-names";
import { type ComboOption, OptionLines, optionLabel, sameOption } from "@/components/ui/combobox-option";
import { Spinner } from "@/components/ui/spinner";
import { fieldGroupClass, optionClass } from "@/components/ui/surfaces";
import { matchingOptions } from "@/components/ui/use-options";
import { errorLine } from "./form-context";
import type { Picked } from "./use-picked";

interface PickListProps {
  label: string;
  placeholder: string;
  options: readonly ComboOption[];
  value: string | null;
  onPick: (id: string) => void;
  /** Turns what is typed into an option of its own; null while it is not one. */
  custom?: (query: string) => ComboOption | null;
  source: Pick<Picked<unknown>, "status" | "error" | "retry">;
  emptyText: string;
}

/** More than one can look through: then one types. */
const MOST = 200;

/** A searchable list that stands open inside a picker: type, arrow keys, Enter. */
export function PickList(props: PickListProps) {
  const { label, placeholder, options, value, onPick, custom, source, emptyText } = props;
  const [query, setQuery] = useState("");
  const found = matchingOptions(options, query);
  const own = query.trim() === "" ? null : (custom?.(query) ?? null);
  // What is typed in full comes first, or Enter would take whoever merely has it in their address.
  const exact = own === null ? [] : [found.find(({ id }) => id === own.id) ?? own];
  const items = [...exact, ...found.filter(({ id }) => id !== own?.id).slice(0, MOST)];
  const isLoading = source.status === "loading" || source.status === "idle";
  return (
    <Base.Root
      inline
      open
      items={items}
      filter={null}
      value={options.find(({ id }) => id === value) ?? null}
      onValueChange={(next) => (next === null ? undefined : onPick(next.id))}
      inputValue={query}
      onInputValueChange={(text, { reason }) => (reason === "item-press" ? undefined : setQuery(text))}
      itemToStringLabel={optionLabel}
      itemToStringValue={(option: ComboOption) => option.id}
      isItemEqualToValue={sameOption}
      autoHighlight
    >
      <Base.InputGroup
        className={cx(
          fieldGroupClass,
          "flex h-[30px] flex-none items-center gap-2 px-2.5 pointer-coarse:h-10",
        )}
      >
        <Search className="size-[15px] flex-none text-ink-3" aria-hidden="true" />
        <Base.Input
          aria-label={label}
          placeholder={placeholder}
          // A picker of two steps takes the focus along to its second.
          autoFocus
          spellCheck={false}
          className="h-full min-w-0 flex-1 bg-transparent outline-none"
        />
        {isLoading ? <Spinner size="s" label="Loading" /> : null}
      </Base.InputGroup>
      {source.error ? (
        <div role="alert" className="mt-2 flex items-start gap-2 text-s text-danger">
          <span className="min-w-0 flex-1">{errorLine(source.error)}</span>
          <Button size="s" onClick={source.retry}>
            Try again
          </Button>
        </div>
      ) : null}
      <Base.Empty className="px-2 py-2 text-s text-ink-3 empty:hidden">
        {isLoading || source.error ? null : query === "" ? emptyText : `Nothing found for "${query}"`}
      </Base.Empty>
      <Base.List
        aria-label={label}
        className="-mx-1 mt-1.5 max-h-72 min-h-0 overflow-y-auto overscroll-contain outline-none empty:hidden"
      >
        {(option: ComboOption) => (
          <Base.Item
            key={option.id}
            value={option}
            disabled={option.disabled}
            className={cx(
              optionClass,
              "data-selected:font-strong",
              // Why somebody cannot be chosen is read in full.
              option.disabled && "[&_.truncate]:whitespace-normal",
            )}
          >
            <OptionLines option={option} />
            <Base.ItemIndicator className="flex-none text-accent">
              <Check className="size-[15px]" aria-hidden="true" />
            </Base.ItemIndicator>
          </Base.Item>
        )}
      </Base.List>
      {found.length > MOST ? (
        <p className="mt-1 text-s text-ink-3">
          {(found.length - MOST).toLocaleString("en")} more: type to narrow
        </p>
      ) : null}
    </Base.Root>
  );
}
