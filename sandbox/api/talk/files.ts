import { createHmac, timingSafeEqual } from "node:crypto";
import type { Reply } from "../../http/reply";
import type { Sandbox } from "../../sandbox";
import { parseId } from "../../store/ids";
import type { Sheet } from "../../store/sheet";
import type { Attachment } from "../../store/types";
import { storeError } from "./file-errors";
import { servePicture } from "./pictures";

/** How long the URL of a file, and that of a picture in a cell, can be used. */
export const FILE_LIFE_MS = 120_000;
export const PICTURE_LIFE_MS = 1_800_000;

/** Where the content of a file attachment can be fetched without a token, for two minutes. */
export function attachmentUrl(sandbox: Sandbox, sheet: Sheet, { id, name }: Attachment): string {
  return signedUrl(sandbox, `/files/attachments/${sheet.id}/${id}/${pathPart(name)}`, FILE_LIFE_MS);
}

/** The same for a picture at this size in pixels, for half an hour. */
export function pictureUrl(sandbox: Sandbox, imageId: string, width: number, height: number): string {
  return signedUrl(sandbox, `/files/pictures/${imageId}/${width}x${height}`, PICTURE_LIFE_MS);
}

function signedUrl(sandbox: Sandbox, path: string, life: number): string {
  const expires = sandbox.clock() + life;
  return `${sandbox.origin}${path}?Expires=${expires}&Signature=${sign(sandbox, path, String(expires))}`;
}

/**
 * Answers `GET /files/…` like the object store behind the real service: no token, but a signature over the path and the
 * end of its life. Errors are XML: 403 for altered and expired URLs, 404 once the file is gone.
 */
export function serveFile(sandbox: Sandbox, path: string, query: URLSearchParams): Reply {
  const expires = query.get("Expires");
  const signature = query.get("Signature");
  if (!expires || !signature) return storeError(403, "AccessDenied", "Access Denied");
  if (!isSame(signature, sign(sandbox, path, expires)))
    return storeError(
      403,
      "SignatureDoesNotMatch",
      "The request signature we calculated does not match the signature you provided.",
    );
  if (Number(expires) <= sandbox.clock()) return storeError(403, "AccessDenied", "Request has expired");
  const [, , kind, ...parts] = path.split("/");
  const reply = kind === "pictures" ? servePicture(sandbox, parts) : serveAttachment(sandbox, parts);
  return reply ?? storeError(404, "NoSuchKey", "The specified key does not exist.");
}

function serveAttachment(sandbox: Sandbox, [sheetId = "", attachmentId = ""]: string[]): Reply | null {
  const id = parseId(sheetId);
  const wanted = parseId(attachmentId);
  const sheet = id === null ? undefined : sandbox.store.sheet(id);
  const found = sheet?.attachments
    .flatMap((current) => [current, ...current.versions])
    .find((attachment) => attachment.id === wanted);
  if (!found?.content) return null;
  const headers = {
    "content-type": found.mimeType ?? "application/octet-stream",
    "content-disposition": `attachment; filename*=UTF-8''${pathPart(found.name)}`,
    "x-content-type-options": "nosniff",
  };
  return { status: 200, headers, body: found.content };
}

function sign(sandbox: Sandbox, path: string, expires: string): string {
  return createHmac("sha256", sandbox.fileSecret).update(`${path}\n${expires}`).digest("hex");
}

function isSame(given: string, wanted: string): boolean {
  return given.length === wanted.length && timingSafeEqual(Buffer.from(given), Buffer.from(wanted));
}

/** Also without the characters that mean something in a header's `filename*`. */
function pathPart(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*!]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
