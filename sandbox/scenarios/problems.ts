export type Path = readonly PropertyKey[];

/** One thing wrong with a scenario. `says` is a sentence and the next step. */
export interface Problem {
  /** Relative to the scenario's folder. */
  file: string;
  path: Path;
  says: string;
}

const SHOWN = 12;

/** A scenario that cannot be used. The message names every problem by file and path, the first twelve at least. */
export class ScenarioError extends Error {
  constructor(
    folder: string,
    readonly problems: Problem[],
  ) {
    const lines = problems.slice(0, SHOWN).map((problem) => `- ${line(problem)}`);
    if (problems.length > SHOWN) lines.push(`- and ${problems.length - SHOWN} more of these.`);
    super([`The scenario in ${folder} cannot be used:`, ...lines].join("\n"));
  }
}

function line({ file, path, says }: Problem): string {
  return path.length === 0 ? `${file}: ${says}` : `${file}, ${pathText(path)}: ${says}`;
}

/** `rows[3].cells[0].value`; counted from 0, as in JSON tools. */
export function pathText(path: Path): string {
  return path
    .map((part, place) =>
      typeof part === "number" ? `[${part}]` : place === 0 ? String(part) : `.${String(part)}`,
    )
    .join("");
}
