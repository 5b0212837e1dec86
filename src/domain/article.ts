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

/** A day as ISO 8601 texts and addresses write it: `2025-11-14T09:30:00-05:00`, `20251114`, `/2025/11/14/`. */
const DAY = /(?:^|[\s/_-])(199[5-9]|20\d\d)[-/]?(0[1-9]|1[0-2])[-/]?(0[1-9]|[12]\d|3[01])(?!\d)/;
/** A page with more of them dates its comments or its list of stories. */
const MOST_TIMES = 3;
const DAY_MS = 86_400_000;

/** The day the article was published, as its author's clock showed it; null when the page does not say, or names a day after tomorrow: the author's clock may be a day ahead of the reader's. */
export function articleDate({ structured, meta, times, path }: ArticleDateClues, today: LocalDate): LocalDate | null {
  const latest = new Date(Date.parse(today) + DAY_MS).toISOString();
  const stated = [...structured, ...meta, ...(times.length <= MOST_TIMES ? times : []), path].map(dayOf);
  return stated.find((day) => day !== null && day <= latest) ?? null;
}

/** The first date in a text, or null. */
export function dayOf(text: string): LocalDate | null {
  const day = DAY.exec(text)?.slice(1).join("-");
  if (!day) return null;
  const time = Date.parse(day);
  return time && new Date(time).toISOString().startsWith(day) ? day : null;
}
