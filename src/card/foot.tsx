import type { Comparison } from "../domain/market/comparison";
import { BENCHMARK_FUND } from "../domain/ticker";
import type { Wording } from "../ui/figures";
import { PROVIDER_NAMES } from "../ui/provider-names";
import { benchmarkName } from "./answer";

/** When, from whom, and what to know about it: the day all figures belong to, the source, staleness, SPY's part. */
export function Foot({
  comparison: { closedAt, date, zone, staleSince, benchmark, provider },
  wording,
  compact,
}: {
  comparison: Comparison;
  wording: Wording;
  compact: boolean;
}) {
  const { text, format } = wording;
  return (
    <div class="foot">
      <p class="at-close">
        {closedAt === null
          ? text("card_atCloseOfDay", { day: format.day(date) })
          : text("card_atClose", { moment: format.moment(closedAt, zone) })}
      </p>
      {staleSince !== null && <p class="stale">{text("card_stale", { day: format.day(staleSince) })}</p>}
      <p class="source">
        {benchmark.ok && benchmark.provider !== provider
          ? text("card_sources", {
              provider: PROVIDER_NAMES[provider],
              benchmark: benchmarkName(benchmark.ticker, wording),
              other: PROVIDER_NAMES[benchmark.provider],
            })
          : text("card_source", { provider: PROVIDER_NAMES[provider] })}
        {!compact && ` · ${text("card_priceReturns")}`}
      </p>
      {benchmark.ok && benchmark.ticker === BENCHMARK_FUND && <p class="source">{text("card_fund")}</p>}
    </div>
  );
}
