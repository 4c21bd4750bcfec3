import type { ObjectValue, SourceCell } from "@/lib/policy/sheet";

/**
 * How a table of cells lies in bytes. A column is a list of its different contents, each once, and a code for each row;
 * formats stand apart, since the same content comes in several. All numbers little-endian.
 *
 *   magic, length of the header, header (JSON), then the sections it names by place and length
 */
export const MAGIC = 0x31545053;

/** A section: its first byte after the header, its count of numbers, and the bytes of one number. */
export interface Section {
  at: number;
  count: number;
  width: 1 | 2 | 4 | 8;
}

export interface ColumnSections {
  /** For each row 0 where blank, else one more than the place of its content. */
  codes: Section;
  /** Bytes of each content's JSON, one after the other in `text`. */
  lengths: Section;
  text: Section;
  /** For each row 0 where it has no format, else one more than the place in the header's `formats`. Null: none has. */
  formats: Section | null;
}

export interface TableHeader<Meta> {
  meta: Meta;
  rowCount: number;
  ids: Section;
  /** Null where rows are numbered from 1 on. */
  numbers: Section | null;
  /** For each row 0 where it has no parent, else one more than the parent's place. Null: none has. */
  parents: Section | null;
  columns: ColumnSections[];
  /** The cell's own format and what conditional formatting makes of it, if anything. */
  formats: CellFormats[];
}

export type CellFormats = readonly [own: string | null, laid: string | null];

/**
 * A content in as few letters as most cells need: text that shows as itself is that text, a bare number or a tick is
 * itself, a number with its shown form is a pair, and all else is an object.
 */
export type Content =
  | string
  | number
  | boolean
  | [value: string | number, display?: string]
  | { v?: string | number | boolean; d?: string; o?: ObjectValue; l?: string };

type Contents = Pick<SourceCell, "value" | "displayValue" | "objectValue" | "link">;

export function contentOf({ value, displayValue, objectValue, link }: Contents): Content {
  if (objectValue === undefined && link === undefined && value !== undefined) {
    if (typeof value === "string") {
      if (displayValue === value) return value;
      return displayValue === undefined ? [value] : [value, displayValue];
    }
    if (displayValue === undefined) return value;
    if (typeof value === "number") return [value, displayValue];
  }
  return {
    ...(value === undefined ? {} : { v: value }),
    ...(displayValue === undefined ? {} : { d: displayValue }),
    ...(objectValue === undefined ? {} : { o: objectValue }),
    ...(link === undefined ? {} : { l: link }),
  };
}

export function cellOf(content: Content): Contents {
  if (typeof content === "string") return { value: content, displayValue: content };
  if (typeof content !== "object") return { value: content };
  if (Array.isArray(content)) {
    const [value, displayValue] = content;
    return displayValue === undefined ? { value } : { value, displayValue };
  }
  const { v, d, o, l } = content;
  return {
    ...(v === undefined ? {} : { value: v }),
    ...(d === undefined ? {} : { displayValue: d }),
    ...(o === undefined ? {} : { objectValue: o }),
    ...(l === undefined ? {} : { link: l }),
  };
}
