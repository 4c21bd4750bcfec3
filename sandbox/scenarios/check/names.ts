import type { Path } from "../problems";

/** Notes a problem at a place of the file being looked at. */
export type Say = (path: Path, says: string) => void;

const SHOWN = 12;

/** The names of one kind that a scenario holds: tells those that are not among them, and those used twice. */
export class Names {
  readonly #names: Set<string>;

  /** `kind` as in "there is no … called x"; `step` is what to do about it. */
  constructor(
    private readonly kind: string,
    private readonly step: string,
    names: Iterable<string>,
  ) {
    this.#names = new Set(names);
  }

  check(say: Say, path: Path, name: string | undefined): boolean {
    if (name === undefined || this.#names.has(name)) return true;
    const known =
      this.#names.size > 0 && this.#names.size <= SHOWN ? ` There are: ${[...this.#names].join(", ")}.` : "";
    say(path, `there is no ${this.kind} "${name}". ${this.step}${known}`);
    return false;
  }
}

/** `path` tells where the name at a place of the list stands. */
export function checkTwice(say: Say, names: (string | undefined)[], path: (place: number) => Path): void {
  const first = new Set<string>();
  names.forEach((name, place) => {
    if (name === undefined) return;
    if (first.has(name)) say(path(place), `"${name}" is there twice. Give one of the two another name.`);
    first.add(name);
  });
}

/** The same for a field that tells the members of a list apart. */
export function checkField<Field extends string>(
  say: Say,
  path: Path,
  list: readonly Record<Field, string>[],
  field: Field,
): void {
  checkTwice(
    say,
    list.map((member) => member[field]),
    (place) => [...path, place, field],
  );
}
