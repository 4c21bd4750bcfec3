"use client";

import { useLinkStatus } from "next/link";

/** Inside a link: a thin line along its row while the page behind it is on its way. It waits 150 ms before it shows. */
export function OpeningBar() {
  const { pending } = useLinkStatus();
  if (!pending) return null;
  return (
    <span role="status" className="pointer-events-none absolute inset-x-0 bottom-0 h-0.5 overflow-hidden">
      <span className="sr-only">Opening</span>
      <span aria-hidden="true" className="block size-full animate-breathe bg-accent" />
    </span>
  );
}
