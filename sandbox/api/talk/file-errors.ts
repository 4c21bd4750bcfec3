import { refId } from "../../http/errors";
import type { Reply } from "../../http/reply";

/** An object store's way of saying no. */
export function storeError(status: number, code: string, message: string): Reply {
  const body = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<Error><Code>${code}</Code><Message>${message}</Message><RequestId>${refId()}</RequestId></Error>`,
  ].join("\n");
  return { status, headers: { "content-type": "application/xml" }, body: Buffer.from(body) };
}
