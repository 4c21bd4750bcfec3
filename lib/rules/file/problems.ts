/** A place in a rule file, both from 1. */
export interface Place {
  line: number;
  column: number;
}

/** One thing that is wrong with a rule file. `field` is empty where no field is at fault; `message` says what to do. */
export interface FileProblem extends Place {
  field: string;
  message: string;
}

export type Path = readonly (string | number)[];

/** `rules[2].columns.mode`, as the file's reader counts: the first is 0, as in JSON paths. */
export function fieldOf(path: Path): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === "number") return `${text}[${step}]`;
    return text === "" ? step : `${text}.${step}`;
  }, "");
}

/** A field as checks name it, such as `rows.conditions.0`, as a path. */
export function pathOf(field: string): Path {
  if (field === "") return [];
  return field.split(".").map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}

export function inOrder(problems: readonly FileProblem[]): FileProblem[] {
  return [...problems].sort((one, other) => one.line - other.line || one.column - other.column);
}
