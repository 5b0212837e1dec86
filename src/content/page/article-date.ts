import { type ArticleDateClues, articleDate } from "../../domain/article";
import type { LocalDate } from "../../domain/market/closes";
import type { Slices } from "./slices";

/** The day on which the page's article was published, as the page states it. */
export interface ArticleDate {
  readonly published: () => LocalDate | undefined;
  /** Looks for the date if it can have changed since the last search. */
  readonly read: () => Promise<void>;
}

const JSON_LD = 'script[type="application/ld+json"]';
/** `article:published_time`, `datePublished`, `pubdate`, `dc.date`, `parsely-pub-date`, … */
const META =
  'meta[property$="published_time"],meta[itemprop="datePublished"],' +
  'meta[name*="date" i]:not([name*="mod" i],[name*="up" i],[name*="exp" i])';
const ALL_CLUES = `${JSON_LD},time[datetime],${META}`;
const DATE_PUBLISHED = /"datePublished"\s*:\s*"([^"]{8,40})"/;
const MOST_SCRIPTS = 8;
/** Of a longer script only the beginning is searched. */
const LONGEST_SCRIPT = 200_000;
/** The names of elements that can state a date. */
const DATE_ELEMENTS = ["meta", "script", "time"];

/**
 * Searches only what the page states about itself: at first, again when its address or title has changed, and, until a
 * date is found, whenever elements that can state one have come or gone. `now` gives epoch milliseconds.
 */
export function createArticleDate(now: () => number, slices: Slices): ArticleDate {
  let published: LocalDate | undefined;
  let searchedPage = "";
  let lastSearch = "";
  return {
    published: () => published,
    async read() {
      const page = `${location.pathname}\n${document.title}`;
      if (published !== undefined && page === searchedPage) return;
      const search = `${page}\n${countDateElements(document)}`;
      if (search === lastSearch) return;
      lastSearch = search;
      searchedPage = page;
      const today = new Date(now()).toISOString().slice(0, 10);
      published = (await searchDate(document, location.pathname, today, slices)) ?? undefined;
    },
  };
}

/** Searches the head's structured data first, which nearly always states the date and is the most reliable clue. */
async function searchDate(page: Document, path: string, today: LocalDate, slices: Slices): Promise<LocalDate | null> {
  const inHead = articleDate({ ...cluesIn(page.head ?? page, JSON_LD), path: "" }, today);
  if (inHead) return inHead;
  await slices.next();
  const clues = cluesIn(page, ALL_CLUES);
  if (slices.isOver()) await slices.next();
  return articleDate({ ...clues, path }, today);
}

/** How many elements the page has that can state a date, by kind. */
function countDateElements(page: Document): string {
  return DATE_ELEMENTS.map((name) => page.getElementsByTagName(name).length).join();
}

function cluesIn(part: ParentNode, selector: string): Omit<ArticleDateClues, "path"> {
  const structured: string[] = [];
  const meta: string[] = [];
  const times: string[] = [];
  for (const element of part.querySelectorAll(selector)) {
    if (element instanceof HTMLMetaElement) meta.push(element.content);
    else if (element instanceof HTMLTimeElement) times.push(element.dateTime);
    else if (structured.length < MOST_SCRIPTS) structured.push(datePublishedIn(element.textContent ?? ""));
  }
  return { structured, meta, times };
}

function datePublishedIn(script: string): string {
  return DATE_PUBLISHED.exec(script.slice(0, LONGEST_SCRIPT))?.[1] ?? "";
}
