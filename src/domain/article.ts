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

/** No article on the web is older; an earlier date is a mistake. */
const EARLIEST_YEAR = 1995;

/** The day the article was published, as its author's clock showed it; null when the page does not say, or names a day after `today`. */
export function articleDate({ structured, meta, times, path }: ArticleDateClues, today: LocalDate): LocalDate | null {
  const stated = [...structured, ...meta, ...(times.length <= 3 ? times : [])].map(dayOf);
  return [...stated, dayInPath(path)].find((day) => day !== null && day <= nextDay(today)) ?? null;
}

/** The date at the start of an ISO 8601 text (`2025-11-14T09:30:00-05:00`, `20251114`), or null. */
export function dayOf(text: string): LocalDate | null {
  const [, year, month, day] = /^\s*(\d{4})[-/]?(\d{2})[-/]?(\d{2})(?!\d)/.exec(text) ?? [];
  return validDay(year, month, day);
}

function dayInPath(path: string): LocalDate | null {
  const [, year, month, day] = /[/_-](\d{4})[/-]?(\d\d)[/-]?(\d\d)(?!\d)/.exec(path) ?? [];
  return validDay(year, month, day);
}

function validDay(year = "", month = "", day = ""): LocalDate | null {
  const text = `${year}-${month}-${day}`;
  const time = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(time) || Number(year) < EARLIEST_YEAR) return null;
  return new Date(time).toISOString().slice(0, 10) === text ? text : null;
}

/** The author's clock may be a day ahead of the reader's. */
function nextDay(day: LocalDate): LocalDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
