import type { LocalDate } from "./closes";

/**
 * A time zone's clock: the day and time of an instant, and the instant of a day and time. Which zone a listing is in
 * says `market.ts`; how the card writes it says `../date-format.ts`.
 */
export interface Zone {
  readonly name: string;
  /** The local day of an instant in epoch milliseconds. */
  readonly dateOf: (instant: number) => LocalDate;
  /** The local time `HH:MM` of an instant. */
  readonly timeOf: (instant: number) => string;
  /** Epoch milliseconds of a local time `HH:MM` of a day; 24:00 is the end of the day. */
  readonly instantOf: (date: LocalDate, time: string) => number;
}

/** The zone of an IANA name; null if there is none of that name. */
export function createZone(name: string): Zone | null {
  const format = formatOf(name);
  if (!format) return null;
  const localMs = (instant: number): number => {
    const part: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(instant)) part[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
    return Date.UTC(year, month - 1, day, hour, minute, second);
  };
  return {
    name,
    dateOf: (instant) => new Date(localMs(instant)).toISOString().slice(0, 10),
    timeOf: (instant) => new Date(localMs(instant)).toISOString().slice(11, 16),
    instantOf: (date, time) => {
      const [hours = 0, minutes = 0] = time.split(":").map(Number);
      const wanted = Date.parse(`${date}T00:00:00Z`) + (hours * 60 + minutes) * 60_000;
      // Computed twice, because the clocks may change between the first guess and the instant.
      const guess = wanted - (localMs(wanted) - wanted);
      return guess - (localMs(guess) - wanted);
    },
  };
}

/** Of zones that there are. Made once each, as that takes a hundred times as long as to use one. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(name: string): Intl.DateTimeFormat | null {
  try {
    const known = formats.get(name);
    if (known) return known;
    const format = new Intl.DateTimeFormat("en-US", {
      timeZone: name,
      calendar: "gregory",
      numberingSystem: "latn",
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    formats.set(name, format);
    return format;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
