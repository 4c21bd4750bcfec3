const words: Record<string, string> = {
  READ_SHEETS: "Read the sheets you can open, with their attachments and comments",
  READ_USERS: "Look up the people of your plan",
  READ_CONTACTS: "Look up your contacts",
  READ_SIGHTS: "Read the dashboards you can open",
  READ_EVENTS: "Read the record of what happens in your plan",
};

/** What Smartsheet will ask the person to allow, one line for each scope. */
export function scopeWords(scopes: readonly string[]): string[] {
  return scopes.map((scope) => (Object.hasOwn(words, scope) ? (words[scope] ?? scope) : scope));
}
