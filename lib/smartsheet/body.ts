import { type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";

export interface BodyLimits {
  /** Bytes on the wire. */
  maxPackedBytes: number;
  /** Bytes after gunzip. */
  maxUnpackedBytes: number;
}

export type BodyFault = "too_large" | "bad_encoding";

export class BodyError extends Error {
  constructor(readonly fault: BodyFault) {
    super(`The answer could not be read: ${fault}.`);
  }
}

/** Encodings we asked for. Any other is refused before a decoder sees a byte. */
export function isReadableEncoding(encoding: string | undefined): boolean {
  return encoding === undefined || /^(?:|identity|gzip)$/i.test(encoding.trim());
}

function limit(maxBytes: number): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      if (seen > maxBytes) done(new BodyError("too_large"));
      else done(null, chunk);
    },
  });
}

/**
 * The whole body. Stops reading at the first byte over a limit, so a gzip bomb costs at most the limit (F05).
 * Throws `BodyError`, or the stream's own error when the connection breaks.
 */
export async function readBody(
  body: Readable,
  encoding: string | undefined,
  limits: BodyLimits,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const collect = async (source: AsyncIterable<Buffer>) => {
    for await (const chunk of source) chunks.push(chunk);
  };
  const packed = limit(limits.maxPackedBytes);
  if (encoding !== undefined && /gzip/i.test(encoding)) {
    try {
      await pipeline(body, packed, createGunzip(), limit(limits.maxUnpackedBytes), collect);
    } catch (error) {
      throw isZlibError(error) ? new BodyError("bad_encoding") : error;
    }
  } else {
    await pipeline(body, packed, limit(limits.maxUnpackedBytes), collect);
  }
  return Buffer.concat(chunks);
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && "code" in error && /^Z_/.test(String(error.code));
}
