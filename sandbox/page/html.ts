import { createHash } from "node:crypto";
import type { Reply } from "../http/reply";

export interface PageSeed {
  title: string;
  style: string;
  /** HTML of the body. */
  content: string;
  /** True: runs `/__sandbox/page.js`. */
  hasScript?: boolean;
}

const SIGNS: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
}

/**
 * A page of the sandbox. Nothing comes from elsewhere: the style stands in the page and is allowed by its hash, the script
 * (if any) is the sandbox's own file, forms go nowhere else.
 */
export function pageReply({ title, style, content, hasScript = false }: PageSeed, status = 200): Reply {
  const head = [
    `<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">`,
    `<title>${escapeHtml(title)}</title><style>${style}</style>`,
    hasScript ? `<script src="/__sandbox/page.js" type="module"></script>` : "",
  ].join("");
  const policy = [
    "default-src 'none'",
    `style-src '${hashOf(style)}'`,
    ...(hasScript ? ["script-src 'self'", "connect-src 'self'"] : []),
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  return {
    status,
    headers: {
      "content-type": "text/html;charset=UTF-8",
      "cache-control": "no-store",
      "content-security-policy": policy.join("; "),
      ...(hasScript ? { "cross-origin-opener-policy": "same-origin" } : {}),
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
    },
    body: Buffer.from(`<!doctype html><html lang="en"><head>${head}</head><body>${content}</body></html>`),
  };
}

const hashes = new Map<string, string>();

function hashOf(style: string): string {
  const known = hashes.get(style) ?? `sha256-${createHash("sha256").update(style).digest("base64")}`;
  hashes.set(style, known);
  return known;
}
