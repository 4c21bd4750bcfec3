import { plainAddress } from "@/lib/policy/addresses";

export interface LineProblem {
  line: number;
  message: string;
}

/** Addresses typed one a line: blank lines and doubles are passed over, anything else is a problem of its line. Pure. */
export function addressLines(text: string): { members: string[]; problems: LineProblem[] } {
  const members = new Set<string>();
  const problems: LineProblem[] = [];
  for (const [at, line] of text.split(/\r\n|\r|\n/).entries()) {
    const typed = line.trim();
    if (typed === "") continue;
    const address = plainAddress(typed);
    if (address !== null) members.add(address);
    else
      problems.push({
        line: at + 1,
        message: `“${typed.slice(0, 60)}” is not one plain e-mail address.`,
      });
  }
  return { members: [...members], problems };
}
