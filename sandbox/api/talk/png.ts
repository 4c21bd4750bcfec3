import { createHash } from "node:crypto";
import { crc32, deflateSync } from "node:zlib";

const SIGNATURE = Buffer.from("89504e470d0a1a0a", "hex");
const BORDER = 3;

/** A plain picture with a border, its colours derived from a name: the same name looks the same everywhere. Pixels. */
export function drawPng(name: string, width: number, height: number): Buffer {
  const [red = 0, green = 0, blue = 0] = createHash("sha256").update(name).digest();
  const inside = [red, green, blue].map((part) => 96 + (part % 128));
  const border = inside.map((part) => part >> 1);
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  // Eight bits a pixel, each a place in the palette.
  size.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", size),
    chunk("PLTE", Buffer.from([...inside, ...border])),
    chunk("IDAT", deflateSync(pixels(width, height), { level: 1 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** Every line starts with its filter, 0 for none. */
function pixels(width: number, height: number): Buffer {
  const edge = Buffer.alloc(width + 1, 1).fill(0, 0, 1);
  const middle = Buffer.from(edge);
  if (width > 2 * BORDER) middle.fill(0, 1 + BORDER, 1 + width - BORDER);
  const isEdge = (line: number) => line < BORDER || line >= height - BORDER;
  return Buffer.concat(Array.from({ length: height }, (_, line) => (isEdge(line) ? edge : middle)));
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
