import { type ArticleDateClues, articleDate } from "../../domain/article";
import type { LocalDate } from "../../domain/market/closes";
import type { Slices } from "./slices";

/** The day the page's article was published, kept up to date. */
export interface ArticleDate {
  readonly published: () => LocalDate | undefined;
  /** Looks for the date where that can have changed. */
  readonly read: () => Promise<void>;
}

const STRUCTURED = 'script[type="application/ld+json"]';
/** `article:published_time`, `datePublished`, `pubdate`, `dc.date`, `parsely-pub-date`, … */
const META =
  'meta[property$="published_time"],meta[itemprop="datePublished"],meta[name*="date" i]:not([name*="mod" i],[name*="up" i],[name*="exp" i])';
const STATED = `${STRUCTURED},time[datetime],${META}`;
const PUBLISHED = /"datePublished"\s*:\s*"([^"]{8,40})"/;
const MOST_SCRIPTS = 8;
/** Structured data comes before anything that large. */
const LONGEST_SCRIPT = 200_000;
/** The elements that can state a date. */
const STATING = ["meta", "script", "time"];

/**
 * Reads only what the page states about itself: at first, again when its address or title became another, and, while it
 * has stated nothing, when an element came that can state a date. `now` gives epoch milliseconds.
 */
export function createArticleDate(now: () => number, slices: Slices): ArticleDate {
  let published: LocalDate | undefined;
  let datedPage = "";
  let lastSearch = "";
  return {
    published: () => published,
    async read() {
      const page = `${location.pathname}\n${document.title}`;
      if (published !== undefined && page === datedPage) return;
      const search = `${page}\n${statingElements(document)}`;
      if (search === lastSearch) return;
      lastSearch = search;
      datedPage = page;
      const today = new Date(now()).toISOString().slice(0, 10);
      published = (await articleDateOf(document, location.pathname, today, slices)) ?? undefined;
    },
  };
}

/** Structured data stands in the head nearly always, and no other clue outweighs it. */
async function articleDateOf(
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
function statingElements(page: Document): string {
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
