import { wayOf } from "../../domain/format";
import type { AfterHours } from "../../domain/market/after-hours";
import type { BesideBenchmark, Comparison } from "../../domain/market/comparison";
import type { ExDividend } from "../../domain/market/dividends";
import { BENCHMARK_FUND } from "../../domain/ticker";
import { benchmarkAbsenceText, changeAbsenceText } from "../absence-text";
import { benchmarkName, textAbout } from "../benchmark-name";
import { Change, changeWords, differenceWords, Price, type Wording } from "../figures";
import { Filled } from "../filled";
import { CloseLine } from "./close-line";

/** The answer: what it closed at, whether that beat or trailed the benchmark, and on which day. */
export function Answer({
  comparison,
  afterHours,
  wording,
  compact,
}: {
  comparison: Comparison;
  afterHours: AfterHours | null;
  wording: Wording;
  compact: boolean;
}) {
  const { close, currency, decimals, change, changeAbsence, previous } = comparison;
  const { format } = wording;
  return (
    <div class="answer">
      <p class="close-line">
        <span class="close">
          <Price close={close} currency={currency} decimals={decimals} format={format} />
        </span>
        {change !== null && (
          <span class="change">
            <Change fraction={change} wording={wording} />
          </span>
        )}
        {!compact && change !== null && previous && (
          <span class="absolute" aria-hidden="true">
            {format.priceChange(previous.close, close, currency, decimals)}
          </span>
        )}
      </p>
      {changeAbsence ? (
        <p class="absence">{changeAbsenceText(changeAbsence, wording)}</p>
      ) : (
        <Verdict comparison={comparison} wording={wording} />
      )}
      {!compact && comparison.home && <Beside beside={comparison.home} wording={wording} isHome />}
      {!compact && comparison.exDividend && (
        <p class="ex-dividend">{exDividendText(comparison.exDividend, currency, wording)}</p>
      )}
      <CloseLine comparison={comparison} wording={wording} />
      {afterHours && (
        <p class="after-hours" data-row="after-hours">
          {wording.text("card_afterHours", {
            price: format.price(afterHours.price, currency, decimals),
            change: format.percent(afterHours.change),
            time: format.time(afterHours.at, comparison.zone),
          })}
        </p>
      )}
    </div>
  );
}

/** "Ex-dividend $0.26: −0.14 points of the move". */
function exDividendText({ amount, effect }: ExDividend, currency: string | null, { text, format }: Wording): string {
  const points = text("figure_points", { points: format.points(effect) });
  return text("card_exDividend", { amount: format.price(amount, currency), points });
}

const VERDICTS = { up: "card_beat", down: "card_trailed", flat: "card_matched" } as const;

/** The verdict, or why there is nothing to compare. */
function Verdict({ comparison, wording }: { comparison: Comparison; wording: Wording }) {
  const { benchmark } = comparison;
  if (!benchmark.ok) {
    const sentence = benchmarkAbsenceText(benchmark.absence, comparison, wording);
    return benchmark.absence === "awaited" ? <Awaited sentence={sentence} /> : <p class="absence">{sentence}</p>;
  }
  return <Beside beside={benchmark} wording={wording} />;
}

/** "Trailed the S&P 500 (+0.21%) by 3.28 points"; that of the home index is below it and smaller. */
function Beside({ beside, wording, isHome = false }: { beside: BesideBenchmark; wording: Wording; isHome?: boolean }) {
  const { text, format } = wording;
  const name = benchmarkName(beside.ticker, wording);
  const way = wayOf(beside.difference);
  const since = beside.from === null ? null : text("card_since", { day: format.day(beside.from) });
  const fund = beside.ticker === BENCHMARK_FUND ? text("card_fund") : undefined;
  return (
    <p class={isHome ? "verdict home" : "verdict"} data-way={way} title={fund}>
      <span aria-hidden="true">
        <Filled
          template={textAbout(beside.ticker, VERDICTS[way], {}, wording)}
          parts={{
            benchmark: <span class="benchmark">{name}</span>,
            change: <span class="benchmark-change">{format.percent(beside.change)}</span>,
            difference: (
              <span class="difference sq-figure" data-way={way}>
                {text("figure_points", { points: format.size(beside.difference) })}
              </span>
            ),
          }}
        />
        {since !== null && <span class="benchmark-since"> {since}</span>}
      </span>
      <span class="sq-words">
        {differenceWords(beside.difference, wording, beside.ticker)}; {name}: {changeWords(beside.change, wording)}
        {since !== null && `, ${since}`}
      </span>
    </p>
  );
}

/** An empty line as high as the verdict that is being asked for. */
function Awaited({ sentence }: { sentence: string }) {
  return (
    <p class="verdict" aria-busy="true">
      <span class="sq-words">{sentence}</span>
      <span class="ghost awaited" aria-hidden="true" />
    </p>
  );
}
