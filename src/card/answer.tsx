import { wayOf } from "../domain/format";
import type { LocalDate } from "../domain/market/closes";
import type { BenchmarkAbsence, Comparison } from "../domain/market/comparison";
import { BENCHMARK_FUND, isIndex, type Ticker } from "../domain/ticker";
import { Change, Difference, Price, type Wording } from "../ui/figures";
import { TradingDayLines } from "./trading-day-lines";

/** The first lines, the answer: what it closed at, whether it beat or trailed the benchmark, and on which day: a card cut short by a low window still dates its figures. */
export function Answer({
  comparison,
  wording,
  compact,
}: {
  comparison: Comparison;
  wording: Wording;
  compact: boolean;
}) {
  const { close, currency, change, previous, benchmark } = comparison;
  const { text, format } = wording;
  const unit = isIndex(comparison.ticker) ? null : currency;
  return (
    <div class="answer">
      <p class="close-line">
        <span class="close">
          <Price close={close} currency={unit} format={format} />
        </span>
        {change === null ? (
          <span class="absence">{text("card_firstDay")}</span>
        ) : (
          <span class="change">
            <Change fraction={change} wording={wording} />
          </span>
        )}
        {!compact && previous && (
          <span class="absolute" aria-hidden="true">
            {format.priceChange(previous.close, close, unit)}
          </span>
        )}
        {compact && benchmark.ok && (
          <span class="difference">
            <Difference
              fraction={benchmark.difference}
              wording={wording}
              vs={benchmarkName(benchmark.ticker, wording)}
            />
          </span>
        )}
      </p>
      {!compact && <Verdict comparison={comparison} wording={wording} />}
      {!compact && <TradingDayLines comparison={comparison} wording={wording} />}
    </div>
  );
}

/** The benchmark as the reader knows it: "S&P 500", or "SPY" where the fund stands in. */
export function benchmarkName(ticker: Ticker, { text }: Wording): string {
  return text(ticker === BENCHMARK_FUND ? "figure_benchmarkFund" : "figure_benchmark");
}

function Verdict({ comparison: { benchmark, date, change }, wording }: { comparison: Comparison; wording: Wording }) {
  const { text } = wording;
  if (!benchmark.ok) {
    // A first trading day has said already that there is nothing to compare.
    return change === null ? null : <p class="absence">{absenceText(benchmark.absence, date, wording)}</p>;
  }
  const name = benchmarkName(benchmark.ticker, wording);
  const verdict = { up: "card_beat", down: "card_trailed", flat: "card_matched" } as const;
  const way = wayOf(benchmark.difference);
  return (
    <p class="verdict-line">
      <span class="verdict" data-way={way}>
        {text(verdict[way])}
      </span>
      <span class="difference">
        <Difference fraction={benchmark.difference} wording={wording} vs={name} />
      </span>
      <span class="benchmark">
        {name} <Change fraction={benchmark.change} wording={wording} arrow={false} />
      </span>
    </p>
  );
}

function absenceText(absence: BenchmarkAbsence, date: LocalDate, { text, format }: Wording): string {
  const day = format.day(date);
  switch (absence) {
    case "is-benchmark":
      return text("card_isBenchmark");
    case "is-index":
      return text("card_isIndex");
    case "no-session":
      return text("card_noSession", { day });
    case "no-session-before":
      return text("card_noSessionBefore");
    case "not-yet":
      return text("card_notYet", { day });
    case "unavailable":
      return text("card_noBenchmark", { day });
    case "awaited":
      return text("popup_loading");
  }
}
