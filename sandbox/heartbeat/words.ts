/** What people say on a row. */
export const COMMENTS = [
  "Can we have this before Friday?",
  "Done on our side, please have a look.",
  "The figures are in, they fit.",
  "I am waiting for an answer from the supplier.",
  "Moved by a week, as agreed this morning.",
  "Who takes over while I am away?",
  "Looks good to me.",
  "Please add the offer here.",
  "Talked to the site, they can start on Monday.",
  "This needs a second pair of eyes.",
  "No news yet, I shall ask again tomorrow.",
  "That was quick, thank you.",
];

export const REPLIES = [
  "Thanks, noted.",
  "Yes, tomorrow.",
  "I shall take care of it.",
  "Not yet, sorry.",
  "Agreed.",
  "Let us talk about it at noon.",
  "It is with legal now.",
  "Fine, go ahead.",
];

/** For columns of notes. */
export const NOTES_WORDS = [
  "Offer is in",
  "Waiting for an answer",
  "Called twice, nobody there",
  "Agreed on the phone",
  "Ready a day early",
  "Parts are on their way",
  "Needs a signature",
  "Second round next week",
  "No longer urgent",
  "Checked, all fine",
];

/** What new rows are about, by the title of the first column. */
export const NEW_ROWS: Record<string, string[]> = {
  task: [
    "Order the missing parts",
    "Walk through with the site leads",
    "Update the handbook",
    "Ask the supplier for a new date",
    "Write to everyone concerned",
    "Check the fire doors again",
    "Book a room for the hand-over",
  ],
  problem: [
    "Head office: projector has no picture",
    "Leeds office: door badge is not read",
    "Porto plant: label printer skips lines",
    "Lyon depot: tablet does not hold its charge",
    "Gdynia dock: no network at gate 3",
    "Hamburg yard: shared mailbox is full",
  ],
  item: [
    "Offline mode for the yard tablets",
    "Shorter forms for visitors",
    "One list of suppliers for all sites",
    "Reminders before contracts end",
    "Maps of the escape routes",
  ],
  piece: [
    "Newsletter about the new depot",
    "Short film from the night shift",
    "Trade fair stand, drawings",
    "Interview with an apprentice",
    "Open day, invitation",
  ],
  risk: [
    "Crane inspection overdue",
    "Single supplier for batteries",
    "Winter tyres not ordered",
    "Only one person knows the scanner set-up",
    "Gate motor wears out",
  ],
};
