import type { Action } from "@/lib/policy/types";

const actionWords: Record<Action, string> = {
  read: "read it",
  share: "share it by a link",
  export: "export it",
  print: "print it",
  attachments: "open its attachments",
  comments: "read its comments",
  history: "see who changed cells",
};

/** "a", "a and b", "a, b and c". */
export function listWords(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length > 1 ? `${words.slice(0, -1).join(", ")} and ${last}` : last;
}

/** "read it and share it by a link". */
export function allowedWords(actions: readonly Action[]): string {
  return listWords(actions.map((action) => actionWords[action]));
}

export function countWords(count: number, one: string, many: string, locale: string): string {
  return `${count.toLocaleString(locale)} ${count === 1 ? one : many}`;
}
