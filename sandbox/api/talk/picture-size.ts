export interface PictureSize {
  mimeType: string;
  /** Pixels. */
  width: number;
  height: number;
}

/** What kind of picture a file is and how large, read from its first bytes. Null for anything but PNG, JPEG, GIF, BMP. */
export function pictureSize(file: Buffer): PictureSize | null {
  if (file.length >= 24 && file.subarray(0, 4).equals(Buffer.from("89504e47", "hex")))
    return { mimeType: "image/png", width: file.readUInt32BE(16), height: file.readUInt32BE(20) };
  if (file.length >= 10 && /^GIF8[79]a$/.test(file.toString("latin1", 0, 6)))
    return { mimeType: "image/gif", width: file.readUInt16LE(6), height: file.readUInt16LE(8) };
  if (file.length >= 26 && file.toString("latin1", 0, 2) === "BM")
    return {
      mimeType: "image/bmp",
      width: Math.abs(file.readInt32LE(18)),
      height: Math.abs(file.readInt32LE(22)),
    };
  return jpegSize(file);
}

/** A JPEG is a list of segments; the one that starts a frame holds the size. */
function jpegSize(file: Buffer): PictureSize | null {
  if (file.length < 4 || file.readUInt16BE(0) !== 0xffd8) return null;
  let at = 2;
  while (at + 9 <= file.length && file[at] === 0xff) {
    const kind = file[at + 1] ?? 0;
    const startsFrame = kind >= 0xc0 && kind <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(kind);
    if (startsFrame)
      return { mimeType: "image/jpeg", width: file.readUInt16BE(at + 7), height: file.readUInt16BE(at + 5) };
    at += 2 + file.readUInt16BE(at + 2);
  }
  return null;
}
