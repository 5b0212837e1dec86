import type { LocalDate } from "./market/closes";

/** Days and times as one locale writes them, each in the time zone of its exchange and never in the reader's. */
export interface DateFormat {
  /** A day: `Nov 11, 2025`. */
  readonly day: (date: LocalDate) => string;
  /** A trading day with its weekday: `Tue, Nov 11, 2025`. */
  readonly weekdayAndDay: (date: LocalDate) => string;
  /**
   * An instant in an exchange's zone (an IANA name), which is named behind it: `Tue, Nov 11, 2025, 4:00 PM EST`,
   * `Tue, Nov 11, 2025, 3:30 PM Japan Standard Time`.
   */
  readonly moment: (epochMs: number, zone: string) => string;
  /** The time of an instant in an exchange's zone, which is not named: `6:31 PM`. */
  readonly time: (epochMs: number, zone: string) => string;
}

/** `locale` is a BCP 47 tag that the browser supports. */
export function createDateFormat(locale: string): DateFormat {
  const date = { year: "numeric", month: "short", day: "numeric" } as const;
  const day = new Intl.DateTimeFormat(locale, { ...date, timeZone: "UTC" });
  const weekdayAndDay = new Intl.DateTimeFormat(locale, { ...date, weekday: "short", timeZone: "UTC" });
  const hour = { hour: "numeric", minute: "2-digit" } as const;
  const midnight = (date: LocalDate) => new Date(`${date}T00:00:00Z`);
  return {
    day: (date) => day.format(midnight(date)),
    weekdayAndDay: (date) => weekdayAndDay.format(midnight(date)),
    moment: (epochMs, zone) => {
      const name = zoneNameOf(epochMs, zone, locale);
      const time = { ...date, ...hour, weekday: "short", timeZone: zone, timeZoneName: name.style } as const;
      return new Intl.DateTimeFormat(locale, time)
        .formatToParts(epochMs)
        .map(({ type, value }) => (type === "timeZoneName" ? name.text : value))
        .join("")
        .replace(NARROW_SPACES, " ");
    },
    time: (epochMs, zone) =>
      new Intl.DateTimeFormat(locale, { ...hour, timeZone: zone }).format(epochMs).replace(NARROW_SPACES, " "),
  };
}

/** What some browsers write before AM and PM. */
const NARROW_SPACES = /\u202f/g;

/** The kinds of English that have short names for the zones of their readers: EST, GMT, AEDT, NZDT, SAST, IST. */
const SHORT_NAMES = ["en-US", "en-GB", "en-CA", "en-AU", "en-NZ", "en-ZA", "en-IN"] as const;

/** The name of a zone at an instant, and the style of `Intl.DateTimeFormat` that writes such a name. */
interface ZoneName {
  readonly text: string;
  readonly style: "short" | "longGeneric";
}

/**
 * The abbreviation that the locale or English has ("EST", "MEZ"); otherwise the zone in words ("Japan Standard Time"),
 * because "GMT+9" tells nobody where that is.
 */
function zoneNameOf(epochMs: number, timeZone: string, locale: string): ZoneName {
  const nameIn = (language: string, style: ZoneName["style"]) =>
    new Intl.DateTimeFormat(language, { timeZone, timeZoneName: style })
      .formatToParts(epochMs)
      .find(({ type }) => type === "timeZoneName")?.value ?? "";
  for (const language of [locale, ...SHORT_NAMES]) {
    const text = nameIn(language, "short");
    if (text !== "" && !/^(GMT|UTC)?[+\-−]|^(GMT|UTC).+/.test(text)) return { text, style: "short" };
  }
  return { text: nameIn(locale, "longGeneric"), style: "longGeneric" };
}
