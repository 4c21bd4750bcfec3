const DAY_MS = 86_400_000;

/** `YYYY-MM-DD` so many days after a day. Calendar days only, so any zone's day will do. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Ends worth one press. */
export function endPicks(today: string): { label: string; value: string }[] {
  return [7, 30, 90].map((days) => ({ label: `${days} days`, value: addDays(today, days) }));
}
