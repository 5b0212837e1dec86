import { ok } from "../domain/failure";
import { createFormat } from "../domain/format";
import type { Settings } from "../domain/settings";
import type { Ticker } from "../domain/ticker";
import type { Handlers } from "../platform/serve";
import type { TextOf } from "../ui/text";
import { articleStatements } from "./article-statements";
import type { Comparisons } from "./closes/comparisons";
import { comparisonAsker } from "./comparison-asker";

type FigureRequests = Pick<
  Handlers,
  | "compare"
  | "compare-rows"
  | "after-hours"
  | "article-statements"
  | "key-changed"
  | "test-key"
  | "cache-size"
  | "clear-cache"
  | "told-lately"
>;

interface Dependencies {
  /** Loads the code that makes figures when it is first needed. */
  readonly figures: () => Promise<Comparisons>;
  readonly settings: () => Promise<Settings>;
  readonly text: TextOf;
  /** Whether the directory knows another share of the ticker's company. */
  readonly hasOtherShare: (ticker: Ticker) => Promise<boolean>;
  /** The browser's language, BCP 47. */
  readonly uiLanguage: () => string;
}

/** Answers requests about closes: comparisons, what an article states, keys and the cache. */
export function createFigureRequests(deps: Dependencies): FigureRequests {
  const { figures, settings, text, uiLanguage, hasOtherShare } = deps;
  const wording = async () => {
    const { numbers, subunits } = (await settings()).look;
    return { text, format: createFormat(numbers || uiLanguage(), subunits) };
  };
  return {
    compare: async ({ ticker, published, publishedAt, early }, asker) => {
      const publication = published === undefined ? undefined : { day: published, at: publishedAt ?? null };
      return (await figures()).compare(ticker, publication, comparisonAsker(asker), early);
    },
    "compare-rows": async ({ tickers, cachedOnly, isPrivate }, asker) =>
      ok(await (await figures()).compareRows(tickers, isPrivate ? { isPrivate } : comparisonAsker(asker), cachedOnly)),
    // Nothing is asked of anybody while the reader does not want the row.
    "after-hours": async ({ ticker }, asker) =>
      (await settings()).card.rows.includes("after-hours")
        ? (await figures()).afterHours(ticker, comparisonAsker(asker))
        : ok(null),
    "article-statements": async (question, asker) =>
      articleStatements(question, {
        keptCloses: async (ticker) =>
          (await figures()).keptCloses(ticker, question.isPrivate ? { isPrivate: true } : comparisonAsker(asker)),
        wording,
        hasOtherShare,
      }),
    "key-changed": async ({ provider }) => {
      await (await figures()).forgetProvider(provider);
      return ok(null);
    },
    "test-key": async ({ provider }) => ok(await (await figures()).testKey(provider)),
    "cache-size": async () => ok(await (await figures()).cacheSize()),
    "told-lately": async () => ok(await (await figures()).toldLately()),
    "clear-cache": async () => {
      await (await figures()).clearCache();
      return ok(null);
    },
  };
}
