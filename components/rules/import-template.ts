/** What each column of a file of rules holds, in the order of the template. */
export const IMPORT_GUIDE: readonly { column: string; holds: string; isOptional?: boolean }[] = [
  { column: "effect", holds: "permit or forbid" },
  {
    column: "who",
    holds:
      "An e-mail address, domain:acme.com, everyone, or group: with a group's id. For a forbid also link:all.",
  },
  { column: "sheet id", holds: "The sheet's id in digits; or folder: or workspace: and an id." },
  {
    column: "as whom",
    holds: "Whose access a permit uses, by e-mail address. Empty for a forbid on one sheet.",
    isOptional: true,
  },
  {
    column: "columns",
    holds: "all, or titles or ids with | between them. All but some: all but Salary|IBAN.",
  },
  {
    column: "masks",
    holds: "IBAN=last4|Name=initials|Born=year|Pay=range:10000|Note=text:hidden",
    isOptional: true,
  },
  { column: "starts", holds: "A day such as 2026-12-01. Empty: at once.", isOptional: true },
  { column: "ends", holds: "The last day. Every permit needs one.", isOptional: true },
  { column: "reason", holds: "Why, for whoever reads it next year." },
  { column: "ticket", holds: "A number or an address in another system.", isOptional: true },
  {
    column: "fresh seconds",
    holds: "How often a permit's data is checked for changes, 5 to 3600. Empty: as the connection says.",
    isOptional: true,
  },
];

/** A file to begin with: titles and one line of each effect. `lastDay`: `YYYY-MM-DD`. */
export function importTemplate(lastDay: string): string {
  const lines = [
    IMPORT_GUIDE.map(({ column }) => column),
    [
      "permit",
      "reader@example.com",
      "1234567890123456",
      "owner@example.com",
      "Task|Status",
      "",
      "",
      lastDay,
      "Why",
      "",
      "",
    ],
    ["forbid", "everyone", "1234567890123456", "", "Salary", "", "", "", "Why", "", ""],
  ];
  return `${lines.map((cells) => cells.join(",")).join("\r\n")}\r\n`;
}
