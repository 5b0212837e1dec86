import type { LocalDate } from "./market/closes";

/** What a page states about when it was published, the most reliable first; raw texts as found. */
export interface StatedDates {
  /** `datePublished` of JSON-LD. */
  readonly structured: readonly string[];
  /** `article:published_time` and other meta elements. */
  readonly meta: readonly string[];
  /** `datetime` of `<time>` elements, in document order. */
  readonly times: readonly string[];
  /** Path of the page's address. */
  readonly path: string;
}

/** Most texts of each kind that a content script sends. */
export const MOST_DATE_TEXTS = 8;
/** The longest of them, and the longest path, UTF-16 units. */
export const LONGEST_DATE_TEXT = 200;

/** When an article was published. */
export interface Publication {
  /** The day, as its author's clock showed it. */
  readonly day: LocalDate;
  /** The instant, epoch milliseconds; null where the page states no time of day, or not in which zone. */
  readonly at: number | null;
}

/** A day as ISO 8601 texts and addresses write it: `2025-11-14T09:30:00-05:00`, `20251114`, `/2025/11/14/`. */
const DAY = /(?:^|[\s/_-])(199[5-9]|20\d\d)[-/]?(0[1-9]|1[0-2])[-/]?(0[1-9]|[12]\d|3[01])(?!\d)/;
/** The time of day behind it, and its distance from UTC. */
const TIME = /^[T ]([01]\d|2[0-3]):?([0-5]\d)(?::?([0-5]\d)(?:[.,]\d{1,9})?)? ?(Z|[+-](?:0\d|1[0-4]):?[0-5]\d)/;
/** A page with more of them gives the dates of comments or of a list of stories. */
const MOST_TIMES = 3;
const DAY_MS = 86_400_000;

/**
 * The day the article was published, by its author's clock. Null if the page does not say, or names only days after
 * tomorrow; tomorrow is possible, because the author's clock may be a day ahead of the reader's.
 */
export function articleDate(stated: StatedDates, today: LocalDate): LocalDate | null {
  const latest = new Date(Date.parse(today) + DAY_MS).toISOString();
  const days = statedIn(stated).flatMap((text) => dayIn(text)?.day ?? []);
  return days.find((day) => day <= latest) ?? null;
}

/** When the article was published; null as for `articleDate`. */
export function publicationOf(stated: StatedDates, today: LocalDate): Publication | null {
  const day = articleDate(stated, today);
  if (day === null) return null;
  const instants = statedIn(stated).flatMap((text) => {
    const found = dayIn(text);
    return found?.day === day ? (instantOf(day, text.slice(found.end)) ?? []) : [];
  });
  return { day, at: instants[0] ?? null };
}

function statedIn({ structured, meta, times, path }: StatedDates): readonly string[] {
  return [...structured, ...meta, ...(times.length <= MOST_TIMES ? times : []), path];
}

/** The first date in a text, and where it ends. */
function dayIn(text: string): { readonly day: LocalDate; readonly end: number } | null {
  const found = DAY.exec(text);
  const day = found?.slice(1).join("-");
  if (!found || !day) return null;
  const time = Date.parse(day);
  if (!time || !new Date(time).toISOString().startsWith(day)) return null;
  return { day, end: found.index + found[0].length };
}

/**
 * The instant; null if the text gives none, or midnight to the second, which systems write if they know only the day.
 */
function instantOf(day: LocalDate, rest: string): number | null {
  const [, hour, minute, second = "00", offset = ""] = TIME.exec(rest) ?? [];
  if (hour === undefined || `${hour}${minute}${second}` === "000000") return null;
  const zone = offset === "Z" ? "Z" : `${offset.slice(0, 3)}:${offset.slice(-2)}`;
  return Date.parse(`${day}T${hour}:${minute}:${second}${zone}`);
}
