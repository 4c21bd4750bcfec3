"use client";

import { Menu as Base } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import Link from "next/link";
import { cx } from "./class-names";
import type { MenuItem, MenuProps, MenuWords } from "./menu";
import { optionClass, popupClass } from "./surfaces";

const rowClass = cx(optionClass, "pr-3 no-underline [&_svg]:size-[15px] [&_svg]:flex-none");

function Row({ item }: { item: MenuWords }) {
  return (
    <>
      {item.icon ? <span className="text-ink-3">{item.icon}</span> : null}
      <span className="min-w-0 flex-1">{item.label}</span>
      {item.hint ? <span className="pl-4 text-s text-ink-3">{item.hint}</span> : null}
    </>
  );
}

function MenuRow({ item }: { item: MenuItem }) {
  if ("isSeparator" in item) return <Base.Separator className="mx-2 my-1 h-px bg-line" />;
  if ("heading" in item) return <div className="px-2 pt-1.5 pb-1 text-xs text-ink-3">{item.heading}</div>;
  if ("isChecked" in item) {
    return (
      <Base.CheckboxItem
        checked={item.isChecked}
        onCheckedChange={(isChecked) => item.onCheckedChange(isChecked)}
        disabled={item.disabled}
        className={cx(rowClass, "text-ink")}
      >
        <span className="grid size-[15px] place-items-center text-accent">
          <Base.CheckboxItemIndicator>
            <Check aria-hidden="true" />
          </Base.CheckboxItemIndicator>
        </span>
        <Row item={item} />
      </Base.CheckboxItem>
    );
  }
  if (item.href !== undefined) {
    return (
      <Base.LinkItem
        closeOnClick
        href={item.href}
        render={item.isPlain ? undefined : <Link href={item.href} prefetch={false} />}
        className={cx(rowClass, "text-ink")}
      >
        <Row item={item} />
      </Base.LinkItem>
    );
  }
  return (
    <Base.Item
      onClick={item.onSelect}
      disabled={item.disabled}
      className={cx(rowClass, item.isDanger ? "text-danger data-highlighted:bg-danger-soft" : "text-ink")}
    >
      <Row item={item} />
    </Base.Item>
  );
}

/** The menu itself. It is loaded by a press, so it opens as it comes. */
export default function MenuPopup({ trigger, items, align = "end", side = "bottom" }: MenuProps) {
  return (
    <Base.Root defaultOpen>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          className="z-50 outline-none"
        >
          <Base.Popup className={cx(popupClass, "max-h-(--available-height) min-w-44 overflow-y-auto p-1")}>
            {items.map((item, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: separators have no name of their own, and the order is the caller's.
              <MenuRow key={index} item={item} />
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
