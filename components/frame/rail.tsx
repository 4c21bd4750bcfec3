"use client";

import { Search } from "lucide-react";
import Link from "next/link";
import { Avatar } from "@/components/ui/avatar";
import { cx } from "@/components/ui/class-names";
import { ModKbd } from "@/components/ui/kbd";
import { Tooltip } from "@/components/ui/tooltip";
import { BrandMark } from "./brand-mark";
import { NavLink } from "./nav-link";
import { adminSections, mainSections, type NavCounts, type Section } from "./sections";

export interface FramePerson {
  name: string;
  email: string;
  role: "viewer" | "admin";
}

export interface RailProps {
  person: FramePerson;
  counts?: NavCounts;
  current: string | null;
  onSearch?: () => void;
}

function SectionLink({
  section,
  counts,
  current,
}: { section: Section } & Pick<RailProps, "counts" | "current">) {
  const Icon = section.icon;
  return (
    <NavLink
      href={section.href}
      label={section.label}
      icon={<Icon aria-hidden="true" />}
      count={section.count ? counts?.[section.count] : undefined}
      isCurrent={current === section.id}
    />
  );
}

/** The left rail: 208 px, icons only under 1100 px, gone under 640 px where the bottom bar takes over. */
export function Rail({ person, counts, current, onSearch }: RailProps) {
  return (
    <header
      data-print="no"
      className="sticky top-0 flex h-dvh w-[208px] flex-none flex-col gap-0.5 overflow-y-auto border-r border-line bg-ground px-2.5 py-3.5 max-wide:w-14 max-narrow:hidden"
    >
      <Link
        href="/sheets"
        prefetch={false}
        className="mb-2.5 flex h-[30px] flex-none items-center gap-[9px] rounded-control px-2 text-[14px] font-bold tracking-[-0.01em] text-ink no-underline max-wide:justify-center"
      >
        <BrandMark />
        <span className="max-wide:sr-only">Sheetpass</span>
      </Link>
      {onSearch ? (
        <Tooltip text="Search" side="right" popupClassName="wide:hidden">
          <button
            type="button"
            onClick={onSearch}
            className="mb-2.5 flex h-[30px] flex-none items-center gap-[9px] rounded-control border border-line-strong bg-surface px-2 text-ink-3 transition-colors duration-enter enabled-hover:border-line-field enabled-hover:text-ink max-wide:justify-center max-wide:border-transparent max-wide:bg-transparent"
          >
            <Search className="size-4 flex-none max-wide:size-4 wide:size-[15px]" aria-hidden="true" />
            <span className="max-wide:sr-only">Search</span>
            <span className="ml-auto max-wide:hidden" aria-hidden="true">
              <ModKbd letter="K" />
            </span>
          </button>
        </Tooltip>
      ) : null}
      <nav aria-label="Main" className="flex flex-col gap-0.5">
        {mainSections.map((section) => (
          <SectionLink key={section.id} {...{ section, counts, current }} />
        ))}
        {person.role === "admin" ? (
          <>
            <div className="px-2 pt-4 pb-1 text-xs text-ink-3 max-wide:mx-1 max-wide:my-2 max-wide:h-px max-wide:overflow-hidden max-wide:bg-line max-wide:p-0 max-wide:text-transparent">
              Administration
            </div>
            {adminSections.map((section) => (
              <SectionLink key={section.id} {...{ section, counts, current }} />
            ))}
          </>
        ) : null}
      </nav>
      <div className="mt-auto flex-none border-t border-line pt-2">
        <Tooltip text={`${person.name}, ${person.email}`} side="right" popupClassName="wide:hidden">
          <Link
            href="/account"
            prefetch={false}
            aria-current={current === "account" ? "page" : undefined}
            className={cx(
              "flex items-center gap-[9px] rounded-control p-2 text-ink no-underline transition-colors duration-enter focus-visible:outline-offset-0 max-wide:justify-center max-wide:px-0",
              current === "account" ? "bg-accent-soft" : "hover:bg-hover",
            )}
          >
            <Avatar name={person.name} />
            <span className="min-w-0 leading-[1.35] max-wide:sr-only">
              <span className="block truncate font-strong">{person.name}</span>
              <span className="block truncate text-xs text-ink-3">{person.email}</span>
            </span>
          </Link>
        </Tooltip>
      </div>
    </header>
  );
}
