import { readFileSync } from "node:fs";
import type { Reply } from "../http/reply";

/** `GET /__sandbox/page.js`. Read each time: it is small, and whoever works on it sees the change at once. */
export function script(): Reply {
  return {
    status: 200,
    headers: { "content-type": "text/javascript;charset=UTF-8", "cache-control": "no-store" },
    body: readFileSync(new URL("./browser.js", import.meta.url)),
  };
}
