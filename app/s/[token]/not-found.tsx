import { Link2Off } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";

/** The same words for every way in which a link does not open. */
export default function LinkNotFound() {
  return (
    <main className="grid min-h-0 flex-1 place-items-center overflow-y-auto">
      <EmptyState
        icon={<Link2Off aria-hidden="true" />}
        title="This link is not there, or it has ended"
        text="Check that you have the whole address. If it still does not open, ask the person who gave it to you for a new one."
      />
    </main>
  );
}
