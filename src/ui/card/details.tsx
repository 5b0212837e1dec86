import { useState } from "preact/hooks";
import type { Description } from "../../domain/listing";
import type { Comparison } from "../../domain/market/comparison";
import type { Settings } from "../../domain/settings";
import { BENCHMARK_FUND } from "../../domain/ticker";
import type { Wording } from "../figures";
import type { CardActions } from "./card-props";
import { Chart } from "./chart";
import { staleText } from "./close-line";
import { HorizonTable, HorizonTabs, shownHorizons } from "./horizon-table";
import { YearRange } from "./year-range";

/** The details behind the answer: the rows that the reader chose. A row without data is left out. */
export function Details({
  comparison,
  label,
  other,
  card,
  wording,
  turnTo,
}: {
  comparison: Comparison;
  /** The listing's name where there is little room. */
  label: string;
  other: Description["other"];
  card: Settings["card"];
  wording: Wording;
  turnTo: CardActions["turnTo"];
}) {
  const { text } = wording;
  const stale = staleText(comparison, wording);
  const horizons = shownHorizons(comparison);
  const [chosen, choose] = useState(card.horizon);
  const horizon = horizons.includes(chosen) ? chosen : horizons.at(-1);
  const has = (row: Settings["card"]["rows"][number]) => card.rows.includes(row);
  const choosing = horizon && has("chart") ? { horizon, choose } : null;
  return (
    <div class="details">
      {stale !== null && (
        <p class="stale" data-row="stale">
          {stale}
        </p>
      )}
      {horizon && has("chart") && <Chart key={horizon} {...{ comparison, label, horizon, wording }} />}
      {choosing && !has("horizons") && <HorizonTabs horizons={horizons} choosing={choosing} wording={wording} />}
      {horizons.length > 0 && has("horizons") && (
        <HorizonTable {...{ comparison, label, horizons, choosing, reinvested: card.reinvested, wording }} />
      )}
      {has("year-range") && comparison.yearRange && (
        <YearRange
          range={comparison.yearRange}
          close={comparison.close}
          decimals={comparison.decimals}
          currency={comparison.currency}
          wording={wording}
        />
      )}
      {comparison.periodsAgainst === BENCHMARK_FUND && (
        <p class="fund" data-row="fund">
          {text("card_fund")}
        </p>
      )}
      {other && <OtherListing other={other} text={text} turnTo={turnTo} />}
    </div>
  );
}

/** Leads to the company's listing on another exchange. */
function OtherListing({
  other: { ticker, exchangeName },
  text,
  turnTo,
}: {
  other: NonNullable<Description["other"]>;
  text: Wording["text"];
  turnTo: CardActions["turnTo"];
}) {
  return (
    <p class="other" data-row="other-listing">
      <button type="button" class="turn" onClick={(event) => turnTo(ticker, event)}>
        {text("card_otherListing", { ticker, exchange: exchangeName })}
      </button>
    </p>
  );
}
