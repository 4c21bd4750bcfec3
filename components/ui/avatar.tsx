import { cx } from "./class-names";

interface AvatarProps {
  /** A name, or an address where no name is known. */
  name: string;
  size?: "s" | "m" | "l";
  className?: string;
}

const sizes = { s: "size-5 text-[9px]", m: "size-6 text-[10px]", l: "size-8 text-s" };
const tints = ["bg-own-soft text-own", "bg-delegated-soft text-delegated", "bg-link-soft text-link"];

/** First letters of the first and last word: "Olga Owner" is "OO", "olga@acme.test" is "O". */
export function initialsOf(name: string): string {
  const words = (name.split("@")[0] ?? "").split(/[\s._-]+/).filter(Boolean);
  const first = words[0] ?? "?";
  const last = words.length > 1 ? words[words.length - 1] : undefined;
  return [first, last]
    .map((word) => (word ? [...word][0] : ""))
    .join("")
    .toUpperCase();
}

/** The same person has the same tint on every screen. */
function tintOf(name: string): string {
  let hash = 2166136261;
  for (const letter of name.trim().toLowerCase())
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619);
  return tints[(hash >>> 16) % tints.length] ?? "";
}

/** Decoration beside a written name, so hidden from screen readers. */
export function Avatar({ name, size = "m", className }: AvatarProps) {
  return (
    <span
      aria-hidden="true"
      className={cx(
        "grid flex-none place-items-center rounded-full font-bold select-none",
        sizes[size],
        tintOf(name),
        className,
      )}
    >
      {initialsOf(name)}
    </span>
  );
}

/** The usual pair: initials and the name. */
export function Person({
  name,
  secondary,
  size = "m",
}: {
  name: string;
  secondary?: string;
  size?: "s" | "m" | "l";
}) {
  return (
    <span className="inline-flex max-w-full min-w-0 items-center gap-[7px] align-middle">
      <Avatar name={name} size={size} />
      <span className="min-w-0">
        <span className="block truncate">{name}</span>
        {secondary ? <span className="block truncate text-xs text-ink-3">{secondary}</span> : null}
      </span>
    </span>
  );
}
