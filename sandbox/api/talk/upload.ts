import type { IncomingMessage } from "node:http";
import { type Body, readObject } from "../../http/attributes";
import { isRecord, readBytes } from "../../http/body";
import { ApiError } from "../../http/errors";
import { fromJson } from "../../http/json";
import { guessType } from "./mime";

export interface Upload {
  name: string;
  mimeType: string;
  content: Buffer;
}

/** What a request carries: JSON, a file, or (multipart) both. */
export interface Posted {
  json: Body | null;
  file: Upload | null;
}

const MOST = 30 * 1024 * 1024;
/** What boundaries and part headers may add to a multipart body. */
const AROUND = 64 * 1024;

/**
 * Reads JSON, a "simple upload" (the file is the body, `Content-Disposition` names it) or `multipart/form-data`, whose
 * JSON stands in the part called `jsonPart`. Errors: 400 with 1008, 1011, 1074, 1128, 1145.
 */
export async function readPosted(request: IncomingMessage, jsonPart?: string): Promise<Posted> {
  const type = request.headers["content-type"] ?? "";
  if (/^multipart\/form-data\b/i.test(type)) return readMultipart(request, type, jsonPart);
  // Looked at before the content type: a .json file is uploaded as application/json.
  if (request.headers["content-disposition"] !== undefined)
    return { json: null, file: await readSimple(request, type) };
  // Text too: that is what a body says by itself when a client leaves the type out.
  if (type !== "" && !/^(application\/json|text\/plain)\b/i.test(type))
    throw badHeader("Content-Disposition");
  return { json: await readObject(request), file: null };
}

/** Error: 400/1011 where the request holds no file. */
export async function readFile(request: IncomingMessage): Promise<Upload> {
  const { file } = await readPosted(request);
  if (!file) throw badHeader("Content-Disposition");
  return file;
}

async function readSimple(request: IncomingMessage, type: string): Promise<Upload> {
  const disposition = request.headers["content-disposition"] ?? "";
  const name = /^attachment\b.*?;\s*filename="?([^"]+)"?/i.exec(disposition)?.[1];
  if (!name) throw badHeader("Content-Disposition");
  if (request.headers["content-length"] === undefined) throw badHeader("Content-Length");
  const size = Number(request.headers["content-length"]);
  return upload(name, type, await readUpTo(request, MOST, tooLarge(size)));
}

async function readMultipart(
  request: IncomingMessage,
  type: string,
  jsonPart: string | undefined,
): Promise<Posted> {
  const refusal = new ApiError(400, 1128, "Multipart upload size limit exceeded.");
  const content = await readUpTo(request, MOST + AROUND, refusal);
  const form = await parseForm(content, type);
  const entries = [...form.values()];
  const part = entries.find((entry): entry is File => typeof entry !== "string");
  const text = jsonPart === undefined ? undefined : form.get(jsonPart);
  if (!part && typeof text !== "string") throw badMultipart();
  if (part && part.size > MOST) throw tooLarge(part.size);
  const name = form.get("name");
  return {
    json: typeof text === "string" ? readPart(text) : null,
    file: part
      ? upload(
          typeof name === "string" && name !== "" ? name : part.name,
          part.type,
          Buffer.from(await part.arrayBuffer()),
        )
      : null,
  };
}

async function parseForm(content: Buffer, type: string): Promise<FormData> {
  try {
    const response = new Response(new Uint8Array(content), { headers: { "content-type": type } });
    return await response.formData();
  } catch {
    throw badMultipart();
  }
}

function readPart(text: string): Body {
  try {
    const json = fromJson(text);
    if (isRecord(json)) return json;
  } catch {
    // Told below, with everything else that is no object.
  }
  throw badMultipart();
}

function upload(name: string, type: string, content: Buffer): Upload {
  const given = type.split(";")[0]?.trim().toLowerCase() ?? "";
  const file = fileName(name);
  const isKnown = /^[\w.+-]+\/[\w.+-]+$/.test(given) && given !== "application/octet-stream";
  return { name: file, mimeType: isKnown ? given : guessType(file), content };
}

/** File names arrive URL-encoded; the SDK sends them as they are. Folders and control characters are dropped. */
function fileName(text: string): string {
  let name = text;
  try {
    name = decodeURIComponent(text);
  } catch {
    // A bare % in a name nobody encoded.
  }
  const plain = (name.split(/[/\\]/).at(-1) ?? "").replace(/\p{Cc}/gu, "").trim();
  return [...plain].slice(0, 255).join("") || "file";
}

/** A body that ends early fails in the same way: then nobody is left to read the answer. */
async function readUpTo(request: IncomingMessage, most: number, refusal: ApiError): Promise<Buffer> {
  try {
    return await readBytes(request, most);
  } catch {
    throw refusal;
  }
}

const badHeader = (name: string) =>
  new ApiError(400, 1011, `A required header was missing or invalid: ${name}`);

const badMultipart = () =>
  new ApiError(
    400,
    1145,
    "Multipart upload request was invalid. Please check your request headers and payload.",
  );

function tooLarge(size: number): ApiError {
  const megabytes = (size / 1024 / 1024).toFixed(1);
  return new ApiError(
    400,
    1074,
    `You are trying to upload a file of ${megabytes}MB, but the API currently only supports 30MB.`,
  );
}
