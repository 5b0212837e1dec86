import type { Comparison } from "../domain/market/comparison";
import { BENCHMARK_FUND } from "../domain/ticker";
import { providerName } from "../providers/catalogue";
import type { Wording } from "../ui/figures";
import { benchmarkName } from "./answer";
import { TradingDayLines } from "./trading-day-lines";

/** From whom, and what to know about it: the source, SPY's part; in the compact form the trading day too. */
export function Foot({ comparison, wording, compact }: { comparison: Comparison; wording: Wording; compact: boolean }) {
  const { text } = wording;
  const { benchmark, provider } = comparison;
  return (
    <div class="foot">
      {compact && <TradingDayLines comparison={comparison} wording={wording} />}
      <p class="source">
        {benchmark.ok && benchmark.provider !== provider
          ? text("card_sources", {
              provider: providerName(provider),
              benchmark: benchmarkName(benchmark.ticker, wording),
              other: providerName(benchmark.provider),
            })
          : text("card_source", { provider: providerName(provider) })}
        {!compact && ` · ${text("card_priceReturns")}`}
      </p>
      {benchmark.ok && benchmark.ticker === BENCHMARK_FUND && <p class="source">{text("card_fund")}</p>}
    </div>
  );
}
