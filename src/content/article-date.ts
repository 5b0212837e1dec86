import { type ArticleDateClues, articleDate } from "../domain/article";
import type { LocalDate } from "../domain/market/closes";

/** `article:published_time`, `datePublished`, `pubdate`, `dc.date`, `parsely-pub-date`, … */
const META =
  'meta[property$="published_time"],meta[itemprop="datePublished"],meta[name*="date" i]:not([name*="mod" i],[name*="up" i],[name*="exp" i])';
const PUBLISHED = /"datePublished"\s*:\s*"([^"]{8,40})"/;
const MOST_SCRIPTS = 8;
/** Structured data comes before anything that large. */
const LONGEST_SCRIPT = 200_000;

/** The day this page's article was published, or null. Reads only what the page states about itself. */
export function readArticleDate(page: Document, path: string, today: LocalDate): LocalDate | null {
  const structured = [...page.querySelectorAll('script[type="application/ld+json"]')]
    .slice(0, MOST_SCRIPTS)
    .flatMap(({ textContent }) => PUBLISHED.exec(textContent?.slice(0, LONGEST_SCRIPT) ?? "")?.[1] ?? []);
  const clues: ArticleDateClues = {
    structured,
    meta: [...page.querySelectorAll(META)].map((meta) => meta.getAttribute("content") ?? ""),
    times: [...page.querySelectorAll("time[datetime]")].map((time) => time.getAttribute("datetime") ?? ""),
    path,
  };
  return articleDate(clues, today);
}
