import type { AttributeRow } from "@/db/queries/groups";
import { plainAddress } from "@/lib/policy/addresses";
import { readCsv } from "@/lib/rules/read-csv";
import { MOST_MEMBERS } from "./schema";

interface Problem {
  line: number;
  message: string;
}

const ADDRESS_TITLES = new Set(["email", "e-mail", "mail", "address", "e-mail address", "email address"]);
const LONGEST_VALUE = 200;
const LONGEST_NAME = 100;

/** Members from a file with a column called e-mail. Doubles are dropped; what is no address is a problem. Pure. */
export function memberList(csv: string): { members: string[]; problems: Problem[] } {
  const table = readCsv(csv);
  if (!table.ok) return { members: [], problems: table.error };
  const place = addressPlace(table.value.header);
  if (place < 0) return { members: [], problems: [noAddress()] };
  const members = new Set<string>();
  const problems: Problem[] = [];
  for (const { line, cells } of table.value.rows) {
    const email = plainAddress((cells[place] ?? "").trim());
    if (email === null) problems.push({ line, message: notAnAddress(cells[place]) });
    else members.add(email);
  }
  if (members.size > MOST_MEMBERS)
    problems.push({ line: 1, message: `At most ${MOST_MEMBERS} members. Make two groups of them.` });
  return { members: [...members], problems };
}

/**
 * The local table of people: a column called e-mail and one for each attribute. An address on several lines has the
 * values of all of them; a blank cell says nothing. The same line twice is a problem, for it is likely a slip. Pure.
 */
export function attributeTable(csv: string): { rows: AttributeRow[]; problems: Problem[] } {
  const table = readCsv(csv);
  if (!table.ok) return { rows: [], problems: table.error };
  const { header, rows } = table.value;
  const place = addressPlace(header);
  if (place < 0) return { rows: [], problems: [noAddress()] };
  const problems: Problem[] = header.flatMap((name, at) =>
    at !== place && (name === "" || name.length > LONGEST_NAME)
      ? { line: 1, message: `Column ${at + 1} needs a title of 1 to ${LONGEST_NAME} characters.` }
      : [],
  );
  if (header.length < 2)
    problems.push({ line: 1, message: "Add a column beside the address, such as region." });

  const found = new Map<string, AttributeRow>();
  const seen = new Map<string, number>();
  for (const { line, cells } of rows) {
    const email = plainAddress((cells[place] ?? "").trim());
    if (email === null) {
      problems.push({ line, message: notAnAddress(cells[place]) });
      continue;
    }
    const text = JSON.stringify([email, cells.map((cell, at) => (at === place ? "" : cell.trim()))]);
    const before = seen.get(text);
    if (before !== undefined)
      problems.push({ line, message: `This line is the same as line ${before}. Remove one.` });
    seen.set(text, line);
    for (const [at, title] of header.entries()) {
      const name = bare(title);
      const value = bare((cells[at] ?? "").trim());
      if (at === place || value === "") continue;
      if (value.length > LONGEST_VALUE || /[\p{Cc}\p{Cs}]/u.test(value))
        problems.push({
          line,
          message: `${name} holds more than ${LONGEST_VALUE} characters, or control characters.`,
        });
      else found.set(JSON.stringify([email, name, value]), { email, name, value });
    }
  }
  return { rows: problems.length > 0 ? [] : [...found.values()], problems };
}

/** Without the apostrophe that `writeCsv` puts before what a spreadsheet would take for a formula. */
function bare(text: string): string {
  return /^'[=+\-@＝＋－＠]/.test(text) ? text.slice(1) : text;
}

function addressPlace(header: readonly string[]): number {
  return header.findIndex((title) => ADDRESS_TITLES.has(title.toLowerCase()));
}

function noAddress(): Problem {
  return { line: 1, message: "No column is called e-mail. Name the column of addresses so." };
}

function notAnAddress(text: string | undefined): string {
  return `“${(text ?? "").trim().slice(0, 60)}” is not one plain e-mail address. Correct it or remove the line.`;
}
