import { type ArticleDateClues, LONGEST_CLUE, MOST_CLUES, type Publication } from "../../domain/article";
import type { Ask } from "../../platform/ask";
import { attributeOf } from "./page-nodes";
import type { Slices } from "./slices";

/** When the page's article was published, as the page states it. */
export interface ArticleDate {
  /** Null if the page does not state it, or has not been read yet. */
  readonly publication: () => Publication | null;
  /** Looks for the date if it can have changed since the last search. */
  readonly read: () => Promise<void>;
}

/** `article:published_time`, `datePublished`, `pubdate`, `dc.date`, `parsely-pub-date`, … */
const META =
  'meta[property$="published_time"],meta[itemprop="datePublished"],' +
  'meta[name*="date" i]:not([name*="mod" i],[name*="up" i],[name*="exp" i])';
const STRUCTURED_DATA = 'script[type="application/ld+json"]';
const DATE_PUBLISHED = /"datePublished"\s*:\s*"([^"]{8,40})"/;
/** A clue without a year states no date, so it is not worth a question. */
const YEAR = /\b(?:19|20)\d\d/;
/** Of a longer script only the beginning is searched. */
const LONGEST_SCRIPT = 200_000;
/** The elements that can state a date. */
const DATE_ELEMENTS = "meta,script,time";

/**
 * Collects what the page states about itself, and has the background decide on the date: at first, again when the
 * page's address or title has changed, and, until a date is found, whenever elements that can state one have come or
 * gone.
 */
export function createArticleDate(ask: Ask, slices: Slices): ArticleDate {
  let publication: Publication | null = null;
  let searchedPage = "";
  let lastSearch = "";
  return {
    publication: () => publication,
    async read() {
      const page = `${location.pathname}\n${document.title}`;
      if (publication && page === searchedPage) return;
      const search = `${page}\n${document.querySelectorAll(DATE_ELEMENTS).length}`;
      if (search === lastSearch) return;
      lastSearch = search;
      searchedPage = page;
      const clues = cluesIn(document);
      const isAnswerable = Object.values(clues)
        .flat()
        .some((clue) => YEAR.test(clue));
      const answer = isAnswerable ? await slices.waitFor(ask("publication", clues)) : null;
      publication = answer?.ok ? answer.value : null;
    },
  };
}

function cluesIn(page: Document): ArticleDateClues {
  const clues = (selector: string, textOf: (element: Element) => string | null) =>
    [...page.querySelectorAll(selector)].slice(0, MOST_CLUES).map((one) => (textOf(one) ?? "").slice(0, LONGEST_CLUE));
  return {
    structured: clues(STRUCTURED_DATA, (element) => datePublishedIn(element.textContent ?? "")),
    meta: clues(META, (element) => attributeOf(element, "content")),
    times: clues("time[datetime]", (element) => attributeOf(element, "datetime")),
    path: location.pathname.slice(0, LONGEST_CLUE),
  };
}

function datePublishedIn(script: string): string | null {
  return DATE_PUBLISHED.exec(script.slice(0, LONGEST_SCRIPT))?.[1] ?? null;
}
