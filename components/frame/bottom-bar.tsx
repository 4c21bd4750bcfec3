"use client";

import { CircleUser, Search, ShieldCheck } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { cx } from "@/components/ui/class-names";
import { Menu } from "@/components/ui/menu";
import type { RailProps } from "./rail";
import { adminSections, mainSections } from "./sections";

const tabClass = (isCurrent: boolean) =>
  cx(
    "flex h-14 min-w-0 flex-1 flex-col items-center justify-center gap-1 text-[10px] leading-none no-underline focus-visible:-outline-offset-3 [&_svg]:size-5",
    isCurrent ? "font-semibold text-accent" : "text-ink-2",
  );

function Words({ icon, label }: { icon: ReactNode; label: string }) {
  return (
    <>
      {icon}
      <span className="max-w-full truncate px-0.5">{label}</span>
    </>
  );
}

/** The rail on a phone: within the thumb's reach, with administration folded into one menu. */
export function BottomBar({ person, current, onSearch }: RailProps) {
  const isInAdmin = adminSections.some((section) => section.id === current);
  return (
    <nav
      aria-label="Main"
      data-print="no"
      className="fixed inset-x-0 bottom-0 z-30 flex border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] narrow:hidden"
    >
      {mainSections.map(({ id, href, label, icon: Icon }) => (
        <Link
          key={id}
          href={href}
          prefetch={false}
          aria-current={current === id ? "page" : undefined}
          className={tabClass(current === id)}
        >
          <Words icon={<Icon aria-hidden="true" />} label={label} />
        </Link>
      ))}
      {onSearch ? (
        <button type="button" onClick={onSearch} className={tabClass(false)}>
          <Words icon={<Search aria-hidden="true" />} label="Search" />
        </button>
      ) : null}
      {person.role === "admin" ? (
        <Menu
          side="top"
          trigger={
            <button type="button" aria-label="Administration" className={tabClass(isInAdmin)}>
              <Words icon={<ShieldCheck aria-hidden="true" />} label="Admin" />
            </button>
          }
          items={adminSections.map(({ label, href, icon: Icon }) => ({
            label,
            href,
            icon: <Icon aria-hidden="true" />,
          }))}
        />
      ) : null}
      <Link
        href="/account"
        prefetch={false}
        aria-current={current === "account" ? "page" : undefined}
        className={tabClass(current === "account")}
      >
        <Words icon={<CircleUser aria-hidden="true" />} label="Account" />
      </Link>
    </nav>
  );
}
