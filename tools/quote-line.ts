import type { Result } from "../src/domain/failure";
import { createFormat } from "../src/domain/format";
import type { Comparison } from "../src/domain/market/comparison";
import { BENCHMARK_FUND } from "../src/domain/ticker";
import texts from "../src/locales/en.json";
import { providerName } from "../src/providers/catalogue";
import { failureText } from "../src/ui/failure-text";
import { createTextOf } from "../src/ui/text";

const format = createFormat("en-US");
const wording = { text: createTextOf((key) => texts[key]), format };

/** One line of figures, or the reason why there are none. */
export function quoteLine(ticker: string, outcome: Result<Comparison>, now: number): string {
  if (!outcome.ok) {
    const { failure } = outcome;
    const reason = failure.kind === "source-broken" ? ` (${failure.reason})` : "";
    return `${ticker}  ${failureText(failure, wording, now)}${reason}`;
  }
  const { close, currency, decimals, change, benchmark, date, closedAt, zone, provider, staleSince } = outcome.value;
  const name = benchmark.ok && benchmark.ticker === BENCHMARK_FUND ? BENCHMARK_FUND : "S&P 500";
  const beside = benchmark.ok
    ? [`${name} ${format.percent(benchmark.change)}`, `${format.points(benchmark.difference)} pp vs ${name}`]
    : [`no comparison (${benchmark.absence})`];
  return [
    ticker,
    format.price(close, currency, decimals),
    change === null ? "change unknown" : format.percent(change),
    ...beside,
    `At close: ${closedAt === null ? format.weekdayAndDay(date) : format.moment(closedAt, zone)}`,
    providerName(provider),
    ...(staleSince ? [`stale: the close of ${format.day(staleSince)} could not be had`] : []),
  ].join("  ");
}
