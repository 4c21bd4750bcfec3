import { markParts } from "./find";

/** Text with the words looked for marked. */
export function MarkedText({ text, needle }: { text: string; needle: string }) {
  if (needle === "") return text;
  const parts = markParts(text, needle);
  if (parts.length === 1 && !parts[0]?.isHit) return text;
  let at = 0;
  return parts.map((part) => {
    const key = at;
    at += part.text.length;
    return part.isHit ? (
      <mark key={key} className="rounded-[2px] bg-[light-dark(#ffe08a,#6b5210)] text-ink">
        {part.text}
      </mark>
    ) : (
      <span key={key}>{part.text}</span>
    );
  });
}
