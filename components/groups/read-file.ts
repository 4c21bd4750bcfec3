import { fail, ok, type Result } from "@/lib/result";

/** As the server takes it; a spreadsheet file of another kind is often larger. */
const MOST_BYTES = 2_000_000;

/** A CSV file as text. Errors: one sentence on what to do. */
export async function readFile(file: Pick<File, "size" | "arrayBuffer">): Promise<Result<string, string>> {
  if (file.size > MOST_BYTES) return fail("A file holds at most 2 MB. Send fewer lines at once.");
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
    return text.includes("\0")
      ? fail("This is no CSV file. Save it as “CSV UTF-8” and try again.")
      : ok(text);
  } catch {
    return fail("The file is no UTF-8 text. Save it as “CSV UTF-8” and try again.");
  }
}
