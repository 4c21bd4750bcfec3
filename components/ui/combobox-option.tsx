import type { ReactNode } from "react";
import { Avatar } from "./avatar";

export interface ComboOption {
  id: string;
  label: string;
  /** A second, quieter line: an address, a workspace. Searched like the label. */
  secondary?: string;
  hasAvatar?: boolean;
  icon?: ReactNode;
  disabled?: boolean;
}

export const sameOption = (a: ComboOption, b: ComboOption) => a.id === b.id;
export const optionLabel = (option: ComboOption) => option.label;

interface ChangeDetails {
  reason: string;
  cancel: () => void;
  allowPropagation: () => void;
}

/** Escape with the list closed would throw the choice away; here it is left to the dialog around, or to nobody. */
export function keptOnEscape(details: ChangeDetails): boolean {
  if (details.reason !== "escape-key") return false;
  details.cancel();
  details.allowPropagation();
  return true;
}

/** What stands inside one row of the list. */
export function OptionLines({ option }: { option: ComboOption }) {
  return (
    <>
      {option.hasAvatar ? <Avatar name={option.label} /> : null}
      {option.icon ? <span className="flex-none text-ink-3 [&_svg]:size-[15px]">{option.icon}</span> : null}
      <span className="min-w-0 flex-1">
        <span className="block truncate">{option.label}</span>
        {option.secondary ? (
          <span className="block truncate text-s font-normal text-ink-3">{option.secondary}</span>
        ) : null}
      </span>
    </>
  );
}
