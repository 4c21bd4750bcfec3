import { inspect } from "node:util";

const SHOWN = "[secret]";

/**
 * Holds a token, password or key so that it cannot slip into a log, an error or a page by accident (I17).
 * `reveal()` is the only way to the text; search for it to find every place that reads one.
 */
export class Secret {
  readonly #text: string;

  constructor(text: string) {
    if (text === "") throw new Error("A secret may not be empty.");
    this.#text = text;
  }

  reveal(): string {
    return this.#text;
  }

  toString(): string {
    return SHOWN;
  }

  toJSON(): string {
    return SHOWN;
  }

  [inspect.custom](): string {
    return SHOWN;
  }
}
