const WORDS: Record<string, string> = {
  TEXT_NUMBER: "Text or number",
  DATE: "Date",
  DATETIME: "Date and time",
  ABSTRACT_DATETIME: "Date and time",
  CHECKBOX: "Checkbox",
  PICKLIST: "Dropdown",
  MULTI_PICKLIST: "Dropdown, several",
  CONTACT_LIST: "Contact",
  MULTI_CONTACT_LIST: "Contacts",
  DURATION: "Duration",
  PREDECESSOR: "Predecessors",
};

/** A column's type in Smartsheet's own words. */
export function typeWords(type: string): string {
  return WORDS[type] ?? "Other";
}
