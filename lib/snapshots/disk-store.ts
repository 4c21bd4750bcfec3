import "server-only";
import { createHmac, randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, brotliDecompress, constants } from "node:zlib";
import { log } from "@/lib/log";
import { openBytes, sealBytes } from "@/lib/vault/sealed-bytes";

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

/** Quick rather than small: a third of the bytes in a tenth of the time. */
const QUICK = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };
const MOST_UNPACKED = { maxOutputLength: 256 * 1024 * 1024 };
const ENDING = ".copy";

/**
 * Tables on disk, compressed and sealed: without the master key they say nothing, their names neither (I15). A copy
 * that cannot be read is deleted and counts as absent; a full or broken disk costs speed, never an answer.
 */
export class DiskStore {
  readonly #folder: string;
  readonly #key: Buffer;
  readonly #maxBytes: number;
  #writing = Promise.resolve();

  /** `key`: 256 bits for this purpose alone. */
  constructor(folder: string, key: Buffer, maxBytes: number) {
    this.#folder = folder;
    this.#key = key;
    this.#maxBytes = maxBytes;
  }

  async find(name: string): Promise<Uint8Array<ArrayBuffer> | null> {
    const file = this.#fileOf(name);
    let sealed: Buffer;
    try {
      sealed = await readFile(file);
    } catch {
      return null;
    }
    try {
      const table = await decompress(openBytes(this.#key, sealed, name), MOST_UNPACKED);
      const now = new Date();
      await utimes(file, now, now).catch(() => {});
      return Uint8Array.from(table);
    } catch {
      // Written under another key, cut off, or tampered with: either way it is of no use.
      await rm(file, { force: true }).catch(() => {});
      return null;
    }
  }

  /** One after the other, in the background; resolves when it is there. */
  save(name: string, table: Uint8Array): Promise<void> {
    this.#writing = this.#writing
      .then(() => this.#write(name, table))
      .catch((cause) => log.warn({ cause }, "a copy could not be kept on disk"));
    return this.#writing;
  }

  drop(name: string): Promise<void> {
    this.#writing = this.#writing
      .then(() => rm(this.#fileOf(name), { force: true }))
      .catch((cause) => log.warn({ cause }, "a copy could not be removed from disk"));
    return this.#writing;
  }

  async #write(name: string, table: Uint8Array): Promise<void> {
    const sealed = sealBytes(this.#key, await compress(table, QUICK), name);
    if (sealed.length > this.#maxBytes) return;
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    await this.#makeRoom(sealed.length);
    const file = this.#fileOf(name);
    const half = `${file}.${randomUUID()}`;
    await writeFile(half, sealed, { mode: 0o600 });
    await rename(half, file);
  }

  /** Who was not used for longest goes first; what a killed process left half written goes at once. */
  async #makeRoom(more: number): Promise<void> {
    const names = await readdir(this.#folder);
    const files = await Promise.all(
      names.map(async (name) => {
        const path = join(this.#folder, name);
        const found = await stat(path).catch(() => null);
        return found ? [{ path, size: found.size, usedAt: name.endsWith(ENDING) ? found.mtimeMs : 0 }] : [];
      }),
    );
    const oldest = files.flat().sort((a, b) => a.usedAt - b.usedAt);
    let bytes = oldest.reduce((sum, { size }) => sum + size, more);
    for (const { path, size, usedAt } of oldest) {
      if (bytes <= this.#maxBytes && usedAt > 0) return;
      await rm(path, { force: true });
      bytes -= size;
    }
  }

  #fileOf(name: string): string {
    return join(this.#folder, `${createHmac("sha256", this.#key).update(name).digest("hex")}${ENDING}`);
  }
}
