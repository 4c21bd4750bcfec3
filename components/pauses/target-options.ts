import type { ComboOption } from "@/components/ui/combobox";
import type { PauseKind, PauseTarget } from "@/lib/pauses/schema";
import { plainAddress } from "@/lib/policy/addresses";
import { isSmartsheetId } from "@/lib/policy/ids";
import type { PauseTargets } from "./pause-words";

type Kind = Exclude<PauseKind, "all">;

export const PICKERS: Record<Kind, { placeholder: string; emptyText: string }> = {
  person: { placeholder: "Name or address", emptyText: "Nobody who signed in" },
  assumed: { placeholder: "Name, or a whole address", emptyText: "Nobody rules read as" },
  sheet: { placeholder: "Name, or a whole sheet id", emptyText: "No sheet somebody opened here" },
  rule: { placeholder: "Number or words of the rule", emptyText: "No rule that opens something" },
  link: { placeholder: "Title, sheet or maker", emptyText: "No open link" },
  connection: { placeholder: "Name", emptyText: "No connection" },
};

/** What the picker lists: what is paused already and the person themself stay in sight, with the reason. */
export function optionsOf(
  kind: Kind,
  known: { targets: PauseTargets; paused: readonly PauseTarget[]; viewerId: string },
): ComboOption[] {
  const isPaused = (id: string) => known.paused.some((one) => one.kind === kind && one.target === id);
  return known.targets[kind].map((option) => {
    const hasAvatar = kind === "person" || kind === "assumed";
    if (kind === "person" && option.id === known.viewerId)
      return { ...option, hasAvatar, secondary: "You cannot pause yourself", disabled: true };
    return isPaused(option.id)
      ? { ...option, hasAvatar, secondary: "Paused already", disabled: true }
      : { ...option, hasAvatar };
  });
}

/** An address nobody's rule names yet, or the id of a sheet nobody opened here: both can be paused beforehand. */
export function typedTarget(kind: Kind, text: string): ComboOption | null {
  if (kind === "assumed") {
    const address = plainAddress(text);
    return address === null ? null : { id: address, label: address, secondary: "No rule reads as them yet" };
  }
  if (kind === "sheet" && isSmartsheetId(text))
    return { id: text, label: `Sheet ${text}`, secondary: "Nobody opened it here yet" };
  return null;
}
