import { Eye } from "lucide-react";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

/** Stays in sight as long as one looks as somebody else. */
export function ViewAsBanner({ name }: { name: string }) {
  return (
    <div className="sticky top-0 z-20 flex-none border-b border-line bg-surface">
      <Notice
        tone="warning"
        shape="bar"
        icon={<Eye />}
        action={
          <ButtonLink size="s" href="/admin/view-as" className="no-underline!">
            Leave
          </ButtonLink>
        }
      >
        You look at this as <b>{name}</b>. It is recorded under your name. Their own account is not used, so
        what they open with it is missing here.
      </Notice>
    </div>
  );
}
