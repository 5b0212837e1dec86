import { useState } from "preact/hooks";
import { EXCHANGES } from "../domain/exchange";
import type { Comparison } from "../domain/market/comparison";
import type { Settings } from "../domain/settings";
import { isIndex } from "../domain/ticker";
import type { Description } from "../protocol";
import { Change, Difference, type Wording } from "../ui/figures";
import { benchmarkName } from "./answer";
import { Chart } from "./chart";
import { HorizonTable, HorizonTabs, shownHorizons } from "./horizon-table";
import { YearRange } from "./year-range";

/** The rows below the answer that the reader chose to see; a row without data is absent. */
export function Details({
  comparison,
  other,
  card,
  wording,
}: {
  comparison: Comparison;
  other: Description["other"];
  card: Settings["card"];
  wording: Wording;
}) {
  const horizons = shownHorizons(comparison);
  const [chosen, choose] = useState(card.horizon);
  const horizon = horizons.includes(chosen) ? chosen : horizons.at(-1);
  const has = (row: Settings["card"]["rows"][number]) => card.rows.includes(row);
  const choosing = horizon && has("chart") ? { horizon, choose } : null;
  return (
    <div class="details">
      {horizon && has("chart") && <Chart key={horizon} comparison={comparison} horizon={horizon} wording={wording} />}
      {choosing && !has("horizons") && <HorizonTabs horizons={horizons} choosing={choosing} wording={wording} />}
      {horizons.length > 0 && has("horizons") && (
        <HorizonTable comparison={comparison} horizons={horizons} choosing={choosing} wording={wording} />
      )}
      {has("year-range") && comparison.yearRange && (
        <YearRange
          range={comparison.yearRange}
          close={comparison.close}
          currency={isIndex(comparison.ticker) ? null : comparison.currency}
          wording={wording}
        />
      )}
      {has("since-article") && <SinceArticle comparison={comparison} wording={wording} />}
      {has("other-listing") && other && (
        <p class="other">
          {wording.text("card_otherListing", { ticker: other.ticker, exchange: EXCHANGES[other.exchange].name })}
        </p>
      )}
    </div>
  );
}

function SinceArticle({ comparison, wording }: { comparison: Comparison; wording: Wording }) {
  const { sinceArticle, benchmark, ticker, currency } = comparison;
  if (!sinceArticle) return null;
  const { text, format } = wording;
  const { published, from, printedClose, change, benchmarkChange, difference } = sinceArticle;
  const name = benchmarkName(benchmark.ok ? benchmark.ticker : "", wording);
  const price = printedClose === null ? null : format.price(printedClose, isIndex(ticker) ? null : currency);
  return (
    <div class="since">
      <p class="row-title">{text("card_sinceArticle", { day: format.day(published) })}</p>
      <p class="since-figures">
        <span>
          {ticker} <Change fraction={change} wording={wording} arrow={false} />
        </span>
        {benchmarkChange !== null && (
          <span>
            {name} <Change fraction={benchmarkChange} wording={wording} arrow={false} />
          </span>
        )}
        {difference !== null && <Difference fraction={difference} wording={wording} benchmark={name} />}
      </p>
      {price !== null && <p class="printed">{text("card_printedClose", { price, day: format.day(from) })}</p>}
    </div>
  );
}
