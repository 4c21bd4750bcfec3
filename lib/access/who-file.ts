import { WHO_HEADER, type WhoCsvEntry, whoCsv, writeCsv } from "@/lib/rules/csv";
import type { WhoAnswer, WhoLine } from "./schema";

/** An answer as a file: its name, with the day of the answer, and what stands in it. */
export interface WhoFile {
  name: string;
  text: string;
}

/**
 * "Who sees what" as CSV, one line for each person and sheet (T12). Sheets that are missing from it are named in lines
 * of their own: a file that is passed on must not look complete when it is not.
 */
export function whoFile(answer: WhoAnswer): WhoFile {
  const missing = [
    ...answer.skipped.map((name) => missingLine(name, "not looked at")),
    ...answer.unreadable.map((name) => missingLine(name, "not readable")),
  ];
  return {
    name: `who-sees-${slug(answer.about.name)}-${answer.at.slice(0, 10)}.csv`,
    text: whoCsv(answer.lines.map(entryOf), { bom: true }) + writeCsv(missing),
  };
}

/** The file as an answer to a browser, which is to save it under its name. */
export function whoFileResponse(answer: WhoAnswer): Response {
  const { name, text } = whoFile(answer);
  return new Response(text, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}"`,
    },
  });
}

function entryOf({ person, sheet, ...line }: WhoLine): WhoCsvEntry {
  return { ...person, sheetId: sheet.id, sheetName: sheet.name, ...line };
}

/** Under the header of `whoCsv`: nobody, the sheet, and why it is missing in place of the access. */
function missingLine(sheet: string, why: string): string[] {
  return WHO_HEADER.map((title) => (title === "Sheet" ? sheet : title === "Access" ? why : ""));
}

/** Letters and digits only: what stands in a header must not end it. */
function slug(text: string): string {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const words = plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  return words.slice(0, 60).replace(/-$/, "") || "sheet";
}
