import type { CSSProperties } from "react";

type Tint = Readonly<CSSProperties>;

function tint(light: [string, string], dark: [string, string]): Tint {
  return {
    color: `light-dark(${light[0]}, ${dark[0]})`,
    backgroundColor: `light-dark(${light[1]}, ${dark[1]})`,
  };
}

/** Text and ground of a tag, each pair 4.5:1 or more in both themes; tints.test.ts measures them. */
export const TINTS = {
  grey: tint(["#45494e", "#e8e9eb"], ["#c3c8cd", "#2c3034"]),
  green: tint(["#1e5a25", "#dff0e2"], ["#a5dba9", "#1c3a20"]),
  amber: tint(["#6b4700", "#fff1cf"], ["#efcf87", "#40320f"]),
  red: tint(["#8f1d17", "#fbe3e1"], ["#f5aaa4", "#451d1a"]),
  blue: tint(["#1b4f87", "#dfecfa"], ["#a4cbf3", "#17324d"]),
  violet: tint(["#57329b", "#ece5fa"], ["#ccb5f5", "#33264f"]),
  teal: tint(["#0a584c", "#d9f0eb"], ["#8fd8c9", "#12352f"]),
  rose: tint(["#84245a", "#fae3ef"], ["#f0abcf", "#431c32"]),
  orange: tint(["#84400a", "#fde8d7"], ["#f3bb8a", "#42290f"]),
  indigo: tint(["#363f94", "#e4e7fb"], ["#b5bdf6", "#252b52"]),
} as const;

export type TintName = keyof typeof TINTS;

const BY_INDEX: readonly TintName[] = [
  "blue",
  "violet",
  "teal",
  "orange",
  "rose",
  "indigo",
  "amber",
  "green",
];

/** Words that mean the same in most sheets get the colour people expect. */
const BY_WORD: ReadonlyMap<string, TintName> = new Map(
  (
    [
      ["green", "done complete completed approved yes active won live paid closed resolved"],
      ["amber", "doing in-progress started review in-review pending waiting medium planned"],
      ["grey", "todo to-do not-started backlog new draft none no low cancelled canceled archived"],
      ["red", "blocked overdue late rejected failed critical high at-risk lost urgent"],
    ] as const
  ).flatMap(([name, words]) => words.split(" ").map((word) => [word.replaceAll("-", " "), name] as const)),
);

export function tintOfOption(option: string, options: readonly string[] | undefined): TintName {
  const known = BY_WORD.get(option.toLowerCase().replaceAll("-", " "));
  if (known) return known;
  const place = options?.indexOf(option) ?? -1;
  return place < 0 ? "grey" : (BY_INDEX[place % BY_INDEX.length] ?? "grey");
}

const PEOPLE: readonly TintName[] = ["violet", "teal", "orange", "blue", "rose", "indigo"];

/** The same person has the same colour on every row and every visit. */
export function tintOfPerson(nameOrEmail: string): TintName {
  let hash = 0;
  for (const char of nameOrEmail.toLowerCase()) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) >>> 0;
  return PEOPLE[hash % PEOPLE.length] ?? "grey";
}

/** One or two letters: first and last name, or the start of the address. */
export function initialsOf(nameOrEmail: string): string {
  const words = (nameOrEmail.includes("@") ? (nameOrEmail.split("@")[0] ?? "") : nameOrEmail)
    .split(/[\s._-]+/)
    .filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const first = [...(words[0] ?? "?")][0] ?? "?";
  const last = words.length > 1 ? ([...(words.at(-1) ?? "")][0] ?? "") : "";
  return (first + last).toUpperCase();
}
