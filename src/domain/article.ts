import type { LocalDate } from "./market/closes";

/** What a page states about when it was published, the most reliable first; raw texts as found. */
export interface ArticleDateClues {
  /** `datePublished` of JSON-LD. */
  readonly structured: readonly string[];
  /** `article:published_time` and other meta elements. */
  readonly meta: readonly string[];
  /** `datetime` of `<time>` elements, in document order. */
  readonly times: readonly string[];
  /** Path of the page's address. */
  readonly path: string;
}

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
/** A page with more of them dates its comments or its list of stories. */
const MOST_TIMES = 3;
const DAY_MS = 86_400_000;

/** When the article was published; null when the page does not say, or names a day after tomorrow: the author's clock may be a day ahead of the reader's. */
export function publicationOf(
  { structured, meta, times, path }: ArticleDateClues,
  today: LocalDate,
): Publication | null {
  const latest = new Date(Date.parse(today) + DAY_MS).toISOString();
  const stated = [...structured, ...meta, ...(times.length <= MOST_TIMES ? times : []), path].flatMap(
    (text) => readPublication(text) ?? [],
  );
  const day = stated.find((one) => one.day <= latest)?.day;
  if (day === undefined) return null;
  return { day, at: stated.find((one) => one.day === day && one.at !== null)?.at ?? null };
}

/** The day the article was published, as its author's clock showed it; null as above. */
export function articleDate(clues: ArticleDateClues, today: LocalDate): LocalDate | null {
  return publicationOf(clues, today)?.day ?? null;
}

/** The first date in a text, with its time of day where one follows. */
function readPublication(text: string): Publication | null {
  const found = DAY.exec(text);
  const day = found?.slice(1).join("-");
  if (!found || !day) return null;
  const time = Date.parse(day);
  if (!time || !new Date(time).toISOString().startsWith(day)) return null;
  return { day, at: instantOf(day, text.slice(found.index + found[0].length)) };
}

/** Midnight to the second is how systems write that they know the day only. */
function instantOf(day: LocalDate, rest: string): number | null {
  const [, hour, minute, second = "00", offset = ""] = TIME.exec(rest) ?? [];
  if (hour === undefined || `${hour}${minute}${second}` === "000000") return null;
  const zone = offset === "Z" ? "Z" : `${offset.slice(0, 3)}:${offset.slice(-2)}`;
  return Date.parse(`${day}T${hour}:${minute}:${second}${zone}`);
}
