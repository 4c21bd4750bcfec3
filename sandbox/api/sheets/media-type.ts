import { ApiError } from "../../http/errors";
import type { Call } from "../call";

export const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** What `GET /sheets/{id}` can be answered with. */
const TYPES = ["application/json", "text/csv", "application/vnd.ms-excel", XLSX] as const;
export type MediaType = (typeof TYPES)[number];

const PAPER_SIZES = ["LETTER", "LEGAL", "WIDE", "ARCHD", "A4", "A3", "A2", "A1", "A0"];

/**
 * The first of the caller's `Accept` types that there is. Errors: 406/1052 where there is none, PDF among them: nothing
 * here draws one, though its `paperSize` is looked at first (400/1053).
 */
export function wantedType(call: Call): MediaType {
  const ranges = (call.request.headers.accept ?? "*/*")
    .split(",")
    .map((range) => range.split(";")[0]?.trim().toLowerCase() ?? "");
  for (const range of ranges) {
    if (range === "application/pdf") requirePaper(call);
    if (range === "*/*" || range === "application/*") return "application/json";
    const found = TYPES.find((type) => type === range || (range === "text/*" && type === "text/csv"));
    if (found) return found;
  }
  throw new ApiError(406, 1052, "Invalid Accept header. Media type not supported.");
}

function requirePaper(call: Call): void {
  const size = call.query.get("paperSize") || "LETTER";
  if (!PAPER_SIZES.includes(size)) throw new ApiError(400, 1053, `Unknown Paper size: ${size}.`);
}
