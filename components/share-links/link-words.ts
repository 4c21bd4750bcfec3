import type { Tone } from "@/components/ui/badge";
import type { LinkAnswer } from "@/lib/share-links/schema";

export interface LinkState {
  label: string;
  tone: Tone;
}

/** One word for how a link stands; a link that should open but does not says so. */
export function stateWords({ state, trouble }: Pick<LinkAnswer, "state" | "trouble">): LinkState {
  switch (state) {
    case "active":
      return trouble === null ? { label: "Open", tone: "own" } : { label: "Not working", tone: "warning" };
    case "ended":
      return { label: "Ended", tone: "neutral" };
    case "revoked":
      return { label: "Revoked", tone: "neutral" };
    case "sharing_off":
      return { label: "Sharing is off", tone: "warning" };
  }
}

export function columnWords({ columns, hasRows }: Pick<LinkAnswer, "columns" | "hasRows">): string {
  const words =
    columns.mode === "all"
      ? "All columns"
      : columns.ids.length === 1
        ? "1 column"
        : `${columns.ids.length} columns`;
  return hasRows ? `${words}, some rows` : words;
}

export function openedWords(count: number): string {
  if (count === 0) return "Never";
  return count === 1 ? "Once" : `${count.toLocaleString("en")} times`;
}
