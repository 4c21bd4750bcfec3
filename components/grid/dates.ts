const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const LOCAL = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/;

function valid(time: number): Date | null {
  return Number.isNaN(time) ? null : new Date(time);
}

/** A calendar day as the UTC midnight of that day, so no zone can move it. Null for anything but `YYYY-MM-DD`. */
export function parseDay(text: string): Date | null {
  return DATE.test(text) ? valid(Date.parse(`${text}T00:00:00Z`)) : null;
}

/** A local date and time without a zone, held as if it were UTC. */
export function parseLocal(text: string): Date | null {
  if (!LOCAL.test(text)) return null;
  return valid(Date.parse(`${text}Z`));
}

/** An instant: ISO 8601 with an offset. */
export function parseInstant(text: string): Date | null {
  return INSTANT.test(text) ? valid(Date.parse(text)) : null;
}

export interface DateWords {
  day(date: Date, pattern?: string): string;
  local(date: Date): string;
  instant(date: Date): string;
}

/** Each `Intl` object costs milliseconds, and most sheets need one of the seven. */
function lazy<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

const TOKEN = /dddd|ddd|YYYY|MMMM|MMM|MM|DD|D/g;

export function createDateWords(locale: string, timeZone: string): DateWords {
  const utc = (options: Intl.DateTimeFormatOptions) =>
    lazy(() => new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }));
  const medium = utc({ year: "numeric", month: "short", day: "numeric" });
  const withTime = { dateStyle: "medium", timeStyle: "short" } as const;
  const local = utc(withTime);
  const instant = lazy(() => new Intl.DateTimeFormat(locale, { ...withTime, timeZone }));
  const names = {
    dddd: utc({ weekday: "long" }),
    ddd: utc({ weekday: "short" }),
    MMMM: utc({ month: "long" }),
    MMM: utc({ month: "short" }),
  };
  const token = (date: Date, name: string): string => {
    switch (name) {
      case "dddd":
      case "ddd":
      case "MMMM":
      case "MMM":
        return names[name]().format(date);
      case "YYYY":
        return String(date.getUTCFullYear()).padStart(4, "0");
      case "MM":
        return String(date.getUTCMonth() + 1).padStart(2, "0");
      case "DD":
        return String(date.getUTCDate()).padStart(2, "0");
      default:
        return String(date.getUTCDate());
    }
  };
  return {
    day: (date, pattern) =>
      pattern ? pattern.replace(TOKEN, (name) => token(date, name)) : medium().format(date),
    local: (date) => local().format(date),
    instant: (date) => instant().format(date),
  };
}
