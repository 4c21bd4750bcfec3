import "server-only";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** Quick rather than small: the reader waits for it. */
const QUICK = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };

/** Next drops a route's `Content-Encoding`; `scripts/serve.mjs` makes it of this one. */
const PACKED_HEADER = "X-Sheetpass-Packed";

export interface TableBody {
  bytes: Uint8Array<ArrayBuffer>;
  encoding: "br" | "gzip" | null;
}

/** The short word that what the page holds is still true. */
export interface Unchanged {
  unchanged: true;
  tag: string;
  fetchedAt: string;
  access: object;
}

export type TableAnswer = TableBody | Unchanged;

/** A table in the best form the browser takes; `acceptEncoding` as it came in. */
export async function packTable(
  table: Uint8Array<ArrayBuffer>,
  acceptEncoding: string | null,
): Promise<TableBody> {
  const accepted = new Set((acceptEncoding ?? "").split(",").map(nameOf));
  if (accepted.has("br")) return { bytes: own(await brotli(table, QUICK)), encoding: "br" };
  if (accepted.has("gzip")) return { bytes: own(await gzipped(table, { level: 1 })), encoding: "gzip" };
  return { bytes: table, encoding: null };
}

/** For `defineRoute`: null where the answer is JSON. */
export function respondTable(answer: TableAnswer): Response | null {
  return "unchanged" in answer ? null : tableResponse(answer, {});
}

export function tableResponse({ bytes, encoding }: TableBody, headers: Record<string, string>): Response {
  const type = { "Content-Type": "application/octet-stream" };
  return new Response(bytes, {
    headers: { ...headers, ...type, ...(encoding ? { [PACKED_HEADER]: encoding } : {}) },
  });
}

/** `q=0` refuses a form; other weights don't matter between two. */
function nameOf(part: string): string {
  const [name = "", ...options] = part.split(";").map((text) => text.trim().toLowerCase());
  return options.some((option) => /^q=0(\.0*)?$/.test(option)) ? "" : name;
}

function own(bytes: Buffer): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.byteLength);
}
