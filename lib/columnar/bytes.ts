import type { Section } from "./form";

/** Bytes that grow as they are written. Sections begin at multiples of eight, so that typed arrays may lie on them. */
export class Bytes {
  #bytes: Uint8Array;
  #length = 0;
  readonly #encoder = new TextEncoder();

  constructor(size = 64 * 1024) {
    this.#bytes = new Uint8Array(size);
  }

  get length(): number {
    return this.#length;
  }

  /** The bytes written so far. Not a copy: nothing may be written after. */
  done(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(0, this.#length) as Uint8Array<ArrayBuffer>;
  }

  /** UTF-8; returns how many bytes it took. */
  text(text: string): number {
    // One UTF-16 unit takes at most three bytes.
    this.#room(text.length * 3);
    const { written } = this.#encoder.encodeInto(text, this.#bytes.subarray(this.#length));
    this.#length += written;
    return written;
  }

  raw(bytes: Uint8Array): void {
    this.#room(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  align(): void {
    this.#room(8);
    const past = this.#length % 8;
    if (past === 0) return;
    this.#bytes.fill(0, this.#length, this.#length + 8 - past);
    this.#length += 8 - past;
  }

  /** A section of whole numbers from 0 on, each in as few bytes as the largest needs. */
  numbers(values: Uint32Array): Section {
    let largest = 0;
    for (let i = 0; i < values.length; i++) largest = Math.max(largest, values[i] ?? 0);
    const [packed, width] =
      largest < 256
        ? ([Uint8Array.from(values), 1] as const)
        : largest < 65_536
          ? ([Uint16Array.from(values), 2] as const)
          : ([values, 4] as const);
    return this.section(packed, width);
  }

  section(values: Uint8Array | Uint16Array | Uint32Array | BigUint64Array, width: Section["width"]): Section {
    this.align();
    const at = this.#length;
    this.raw(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
    return { at, count: values.length, width };
  }

  #room(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + more));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }
}

export type Numbers = Uint8Array | Uint16Array | Uint32Array;

/** A section as it lies in the bytes; nothing is copied. Throws `RangeError` where it reaches past the end. */
export function numbersAt(buffer: ArrayBuffer, base: number, { at, count, width }: Section): Numbers {
  switch (width) {
    case 1:
      return new Uint8Array(buffer, base + at, count);
    case 2:
      return new Uint16Array(buffer, base + at, count);
    case 4:
      return new Uint32Array(buffer, base + at, count);
    case 8:
      throw new RangeError("Ids are no numbers.");
  }
}
