import Link from "next/link";

/** Says that nothing here is real, and to people with an account where to change that. */
export function DemoLine({ href }: { href?: string }) {
  return (
    <div
      data-print="no"
      className="flex h-7 flex-none items-center justify-center gap-2 border-b border-line bg-sunken px-4 text-s whitespace-nowrap text-ink-2"
    >
      <span className="truncate">Demo with made-up data.</span>
      {href ? (
        <Link
          href={href}
          prefetch={false}
          className="rounded-small font-medium text-accent underline-offset-3 hover:underline"
        >
          Connect Smartsheet
        </Link>
      ) : null}
    </div>
  );
}
