"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { cx } from "@/components/ui/class-names";
import { Tooltip } from "@/components/ui/tooltip";

interface NavLinkProps {
  href: string;
  label: string;
  icon: ReactNode;
  count?: number;
  isCurrent: boolean;
}

/** A place in the rail. Between 640 and 1100 px only its icon shows, and the tooltip says the name. */
export function NavLink({ href, label, icon, count, isCurrent }: NavLinkProps) {
  return (
    <Tooltip text={label} side="right" popupClassName="wide:hidden">
      <Link
        href={href}
        prefetch={false}
        aria-current={isCurrent ? "page" : undefined}
        className={cx(
          "flex h-[31px] flex-none items-center gap-[9px] rounded-control px-2 no-underline transition-colors duration-enter max-wide:justify-center",
          "focus-visible:outline-offset-0 [&_svg]:size-4 [&_svg]:flex-none",
          isCurrent
            ? "bg-accent-soft font-strong text-ink [&_svg]:text-accent"
            : "text-ink-2 hover:bg-hover hover:text-ink",
        )}
      >
        {icon}
        <span className="min-w-0 truncate max-wide:sr-only">{label}</span>
        {count === undefined ? null : (
          <span className="ml-auto text-xs font-normal text-ink-3 tabular-nums max-wide:hidden">
            {count.toLocaleString("en")}
          </span>
        )}
      </Link>
    </Tooltip>
  );
}
