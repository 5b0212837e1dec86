import { type ArticleDateClues, articleDate } from "../domain/article";
import type { LocalDate } from "../domain/market/closes";
import type { Slices } from "./slices";

const STRUCTURED = 'script[type="application/ld+json"]';
/** `article:published_time`, `datePublished`, `pubdate`, `dc.date`, `parsely-pub-date`, … */
const META =
  'meta[property$="published_time"],meta[itemprop="datePublished"],meta[name*="date" i]:not([name*="mod" i],[name*="up" i],[name*="exp" i])';
/** All that states a date, in one search: each of a whole page takes about a fifth of the time that reading the page takes. */
const STATED = `${STRUCTURED},time[datetime],${META}`;
const PUBLISHED = /"datePublished"\s*:\s*"([^"]{8,40})"/;
const MOST_SCRIPTS = 8;
/** Structured data comes before anything that large. */
const LONGEST_SCRIPT = 200_000;
/** The elements that can state a date. */
const STATING = ["meta", "script", "time"];

/** The day this page's article was published, or null. Reads only what the page states about itself, and no further than it must: structured data stands in the head nearly always, and no other clue outweighs it. */
export async function readArticleDate(
  page: Document,
  path: string,
  today: LocalDate,
  slices: Slices,
): Promise<LocalDate | null> {
  const stated = articleDate({ ...cluesIn(page.head ?? page, STRUCTURED), path: "" }, today);
  if (stated) return stated;
  await slices.next();
  const clues = cluesIn(page, STATED);
  if (slices.isOver()) await slices.next();
  return articleDate({ ...clues, path }, today);
}

/** Changes when the page has got, or lost, an element that can state a date. */
export function statingElements(page: Document): string {
  return STATING.map((name) => page.getElementsByTagName(name).length).join();
}

function cluesIn(part: ParentNode, selector: string): Omit<ArticleDateClues, "path"> {
  const structured: string[] = [];
  const meta: string[] = [];
  const times: string[] = [];
  for (const element of part.querySelectorAll(selector)) {
    if (element instanceof HTMLMetaElement) meta.push(element.content);
    else if (element instanceof HTMLTimeElement) times.push(element.dateTime);
    else if (structured.length < MOST_SCRIPTS) structured.push(publishedIn(element.textContent ?? ""));
  }
  return { structured, meta, times };
}

function publishedIn(script: string): string {
  return PUBLISHED.exec(script.slice(0, LONGEST_SCRIPT))?.[1] ?? "";
}
