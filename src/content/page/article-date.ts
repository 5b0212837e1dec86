import { LONGEST_DATE_TEXT, MOST_DATE_TEXTS, type Publication, type StatedDates } from "../../domain/article";
import type { Ask } from "../../platform/ask";
import { attributeOf, localNameOf } from "./page-nodes";
import type { Slices } from "./slices";

/** When the page's article was published, as the page states it. */
export interface ArticleDate {
  /** Null if the page does not state it, or has not been read yet. */
  readonly publication: () => Publication | null;
  /** Looks for the date if it can have changed since the last search. */
  readonly read: () => Promise<void>;
}

/**
 * The elements that can state a date of publication, not of a change or an expiry. A `meta` does under many names:
 * `article:published_time`, `datePublished`, `pubdate`, `dc.date`, `parsely-pub-date`, …
 */
const DATE_ELEMENTS =
  'script[type="application/ld+json"],time[datetime],meta[property$="published_time"],meta[itemprop="datePublished"],' +
  'meta[name*="date" i]:not([name*="mod" i],[name*="up" i],[name*="exp" i])';
const DATE_PUBLISHED = /"datePublished"\s*:\s*"([^"]{8,40})"/;
/** A text without a year states no date, so the background is not asked about it. */
const YEAR = /\b(?:19|20)\d\d/;
/** Of a longer script only the beginning is searched. */
const LONGEST_SCRIPT = 200_000;

/**
 * Collects what the page states about itself, and has the background decide on the date: on the first read, again when
 * the page's path or title has changed, and, until a date is found, whenever the number of elements that can state one
 * has changed.
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
      const elements = document.querySelectorAll(DATE_ELEMENTS);
      const search = `${page}\n${elements.length}`;
      if (search === lastSearch) return;
      lastSearch = search;
      searchedPage = page;
      const stated = statedDatesIn([...elements]);
      const isAnswerable = Object.values(stated)
        .flat()
        .some((text) => YEAR.test(text));
      const answer = isAnswerable ? await slices.waitFor(ask("publication", stated)) : null;
      publication = answer?.ok ? answer.value : null;
    },
  };
}

function statedDatesIn(elements: readonly Element[]): StatedDates {
  const textsOf = (name: string, textOf: (element: Element) => string | null) =>
    elements
      .filter((element) => localNameOf(element) === name)
      .slice(0, MOST_DATE_TEXTS)
      .map((element) => (textOf(element) ?? "").slice(0, LONGEST_DATE_TEXT));
  return {
    structured: textsOf("script", (element) => datePublishedIn(element.textContent ?? "")),
    meta: textsOf("meta", (element) => attributeOf(element, "content")),
    times: textsOf("time", (element) => attributeOf(element, "datetime")),
    path: location.pathname.slice(0, LONGEST_DATE_TEXT),
  };
}

function datePublishedIn(script: string): string | null {
  return DATE_PUBLISHED.exec(script.slice(0, LONGEST_SCRIPT))?.[1] ?? null;
}
