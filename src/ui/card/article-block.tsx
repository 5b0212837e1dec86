import type { LocalDate } from "../../domain/market/closes";
import type { Comparison } from "../../domain/market/comparison";
import { benchmarkName } from "../benchmark-name";
import { Change, Difference, type Wording } from "../figures";

/** How the figures relate to the article: the change since its day, and the close that was printed then. */
export function ArticleBlock({ comparison, wording }: { comparison: Comparison; wording: Wording }) {
  const { sinceArticle, previous, periodsAgainst, against, currency, decimals } = comparison;
  // For an article of the latest day, this would repeat the answer above.
  if (!sinceArticle || sinceArticle.from === previous?.date) return null;
  const { text, format } = wording;
  const { published, from, printedClose, change, benchmarkChange, difference } = sinceArticle;
  const compared = periodsAgainst ?? against;
  const price = printedClose === null ? null : format.price(printedClose, currency, decimals);
  const since = text("card_sinceArticle", { day: format.day(published) });
  const isLongAgo = from < yearBefore(comparison.date);
  const printed = price === null ? undefined : text("card_printedClose", { price, day: format.day(from) });
  return (
    <div class="article" data-row="article">
      <p class="row-title" title={printed}>
        {since}
        {price !== null && part(text("card_then", { price }))}
        {isLongAgo && part(text("card_sinceFrom", { day: format.day(from) }))}
      </p>
      <p class="since-figures">
        <Change fraction={change} wording={wording} arrow={false} />
        {benchmarkChange !== null && (
          <span class="benchmark">
            {benchmarkName(compared, wording)} <Change fraction={benchmarkChange} wording={wording} arrow={false} />
          </span>
        )}
        {difference !== null && <Difference fraction={difference} wording={wording} benchmark={compared} unit />}
      </p>
    </div>
  );
}

/** A line may break before it, but neither in it nor before its dot. */
function part(words: string) {
  return (
    <>
      {"\u00a0· "}
      <span class="whole">{words}</span>
    </>
  );
}

/** The same day a year earlier; ISO dates compare as texts. */
function yearBefore(date: LocalDate): LocalDate {
  return `${Number(date.slice(0, 4)) - 1}${date.slice(4)}`;
}
