import { wayOf } from "../../domain/format";
import type { Comparison } from "../../domain/market/comparison";
import { BENCHMARK_FUND, isIndex, type Ticker } from "../../domain/ticker";
import { benchmarkAbsenceText, changeAbsenceText } from "../absence-text";
import { Change, changeWords, differenceWords, Price, type Wording } from "../figures";
import { Filled } from "../filled";
import { CloseLine } from "./close-line";

/** The answer: what it closed at, whether that beat or trailed the benchmark, and on which day. */
export function Answer({
  comparison,
  wording,
  compact,
}: {
  comparison: Comparison;
  wording: Wording;
  compact: boolean;
}) {
  const { close, currency, decimals, change, changeAbsence, previous } = comparison;
  const { format } = wording;
  const unit = isIndex(comparison.ticker) ? null : currency;
  return (
    <div class="answer">
      <p class="close-line">
        <span class="close">
          <Price close={close} currency={unit} decimals={decimals} format={format} />
        </span>
        {change !== null && (
          <span class="change">
            <Change fraction={change} wording={wording} />
          </span>
        )}
        {!compact && change !== null && previous && (
          <span class="absolute" aria-hidden="true">
            {format.priceChange(previous.close, close, unit, decimals)}
          </span>
        )}
      </p>
      {changeAbsence ? (
        <p class="absence">{changeAbsenceText(changeAbsence, wording)}</p>
      ) : (
        <Verdict comparison={comparison} wording={wording} />
      )}
      <CloseLine comparison={comparison} wording={wording} />
    </div>
  );
}

/** The benchmark as the reader knows it: "S&P 500", or "SPY" where the fund stands in. */
export function benchmarkName(ticker: Ticker, { text }: Wording): string {
  return text(ticker === BENCHMARK_FUND ? "figure_benchmarkFund" : "figure_benchmark");
}

const VERDICTS = { up: "card_beat", down: "card_trailed", flat: "card_matched" } as const;

/** "Trailed the S&P 500 (+0.21%) by 3.28 points", or why there is nothing to compare. */
function Verdict({ comparison: { benchmark, date }, wording }: { comparison: Comparison; wording: Wording }) {
  const { text, format } = wording;
  if (!benchmark.ok) {
    const sentence = benchmarkAbsenceText(benchmark.absence, date, wording);
    return benchmark.absence === "awaited" ? <Awaited sentence={sentence} /> : <p class="absence">{sentence}</p>;
  }
  const name = benchmarkName(benchmark.ticker, wording);
  const way = wayOf(benchmark.difference);
  const since = benchmark.from === null ? null : text("card_since", { day: format.day(benchmark.from) });
  const fund = benchmark.ticker === BENCHMARK_FUND ? text("card_fund") : undefined;
  return (
    <p class="verdict" data-way={way} title={fund}>
      <span aria-hidden="true">
        <Filled
          template={text(VERDICTS[way])}
          parts={{
            benchmark: <span class="benchmark">{name}</span>,
            change: <span class="benchmark-change">{format.percent(benchmark.change)}</span>,
            difference: (
              <span class="difference sq-figure" data-way={way}>
                {text("figure_points", { points: format.size(benchmark.difference) })}
              </span>
            ),
          }}
        />
        {since !== null && <span class="benchmark-since"> {since}</span>}
      </span>
      <span class="sq-words">
        {differenceWords(benchmark.difference, wording, name)}; {name}: {changeWords(benchmark.change, wording)}
        {since !== null && `, ${since}`}
      </span>
    </p>
  );
}

/** The room of a verdict that is being asked for. */
function Awaited({ sentence }: { sentence: string }) {
  return (
    <p class="verdict" aria-busy="true">
      <span class="sq-words">{sentence}</span>
      <span class="ghost awaited" aria-hidden="true" />
    </p>
  );
}
