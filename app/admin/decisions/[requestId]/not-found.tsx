import { CalendarClock } from "lucide-react";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

/** Also for numbers under which nothing was ever decided. */
export default function DecisionGone() {
  return (
    <div className="grid min-h-[70dvh] flex-1 place-items-center">
      <EmptyState
        icon={<CalendarClock aria-hidden="true" />}
        title="No decision is kept under this number"
        text="Decisions are kept for 90 days. Who did what and when stays in the audit."
        action={
          <ButtonLink href="/admin/audit" variant="primary">
            Go to the audit
          </ButtonLink>
        }
      />
    </div>
  );
}
