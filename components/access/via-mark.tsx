export type Via = "own" | "delegated" | "link";

/** The three marks, drawn rather than typed so that every font shows the same. Shape tells them apart without colour. */
export function ViaMark({ via, className = "size-2.5" }: { via: Via; className?: string }) {
  return (
    <svg viewBox="0 0 10 10" className={className} fill="none" aria-hidden="true">
      {via === "own" ? <circle cx="5" cy="5" r="3.4" fill="currentColor" /> : null}
      {via === "delegated" ? <path d="M5 .6 9.4 5 5 9.4.6 5Z" fill="currentColor" /> : null}
      {via === "link" ? (
        <path
          d="M2 8l5.6-5.6M3.4 2h4.6v4.6"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      ) : null}
    </svg>
  );
}
