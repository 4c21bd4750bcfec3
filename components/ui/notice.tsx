import { CircleAlert, CircleCheck, Diamond, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./class-names";

export type NoticeTone = "info" | "delegated" | "warning" | "danger" | "own";

const looks: Record<NoticeTone, { ground: string; mark: string; icon: ReactNode }> = {
  info: { ground: "bg-sunken", mark: "text-ink-3", icon: <Info /> },
  delegated: { ground: "bg-delegated-soft", mark: "text-delegated", icon: <Diamond fill="currentColor" /> },
  warning: { ground: "bg-warning-soft", mark: "text-warning", icon: <TriangleAlert /> },
  danger: { ground: "bg-danger-soft", mark: "text-danger", icon: <CircleAlert /> },
  own: { ground: "bg-own-soft", mark: "text-own", icon: <CircleCheck /> },
};

interface NoticeProps {
  tone?: NoticeTone;
  /** `bar` runs the width of the page, under the tool row; `box` stands in a form or dialog. */
  shape?: "bar" | "box";
  icon?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
  /** `alert` interrupts a screen reader: for what the person must know at once. */
  role?: "status" | "alert";
}

export function Notice({ tone = "info", shape = "box", icon, action, children, role }: NoticeProps) {
  const look = looks[tone];
  return (
    <div
      role={role}
      className={cx(
        "flex items-start gap-2.5 text-s text-ink [&_a]:underline [&_a]:underline-offset-3 [&_b]:font-semibold",
        shape === "bar" ? "px-6 py-[7px] max-narrow:px-4" : "rounded-control px-3 py-2",
        look.ground,
      )}
    >
      <span className={cx("mt-[2px] flex-none [&_svg]:size-[13px]", look.mark)} aria-hidden="true">
        {icon ?? look.icon}
      </span>
      <div className="min-w-0 flex-1">{children}</div>
      {action ? <div className="-my-0.5 flex-none">{action}</div> : null}
    </div>
  );
}
