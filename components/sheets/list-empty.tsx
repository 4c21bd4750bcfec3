import { SearchX, Star, Table2 } from "lucide-react";
import { Button, ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { AskWhom } from "./ask-whom";

interface ListEmptyProps {
  /** What was typed or chosen, when that is why nothing is left. */
  narrowedBy: "query" | "reach" | null;
  query: string;
  isFavourites: boolean;
  administrators: readonly string[];
  onClear: () => void;
}

/** Nothing to show: nothing matches, nothing starred, or nothing to read. Each with its next step. */
export function ListEmpty({ narrowedBy, query, isFavourites, administrators, onClear }: ListEmptyProps) {
  if (narrowedBy !== null)
    return (
      <EmptyState
        icon={<SearchX aria-hidden="true" />}
        title={
          narrowedBy === "query" ? `No sheet is called "${query.trim()}"` : "No sheet is reached this way"
        }
        action={<Button onClick={onClear}>Show all</Button>}
      />
    );
  if (isFavourites)
    return (
      <EmptyState
        icon={<Star aria-hidden="true" />}
        title="No favourites yet"
        text="Press the star beside a sheet to keep it here."
        action={<ButtonLink href="/sheets">Show all sheets</ButtonLink>}
      />
    );
  return (
    <EmptyState
      icon={<Table2 aria-hidden="true" />}
      title="No sheet is open to you yet"
      text={<AskWhom administrators={administrators} />}
    />
  );
}
