import type { Result } from "../src/domain/failure";
import { createFormat } from "../src/domain/format";
import type { Told } from "../src/domain/market/closes";
import type { Comparison } from "../src/domain/market/comparison";
import texts from "../src/locales/en.json";
import { providerName } from "../src/providers/catalogue";
import { changeAbsenceText } from "../src/ui/absence-text";
import { benchmarkName } from "../src/ui/benchmark-name";
import { failureText } from "../src/ui/failure-text";
import { createTextOf } from "../src/ui/text";
import { whyLines as linesOf } from "../src/ui/why-text";

const format = createFormat("en-US");
const wording = { text: createTextOf((key) => texts[key]), format };

/** One line of figures, or the reason why there are none. */
export function quoteLine(ticker: string, outcome: Result<Comparison>, now: number): string {
  if (!outcome.ok) {
    const { failure } = outcome;
    const reason = failure.kind === "source-broken" ? ` (${failure.reason})` : "";
    return `${ticker}  ${failureText(failure, wording, now)}${reason}`;
  }
  const {
    close,
    currency,
    decimals,
    change,
    changeAbsence,
    benchmark,
    against,
    date,
    closedAt,
    zone,
    provider,
    staleSince,
  } = outcome.value;
  const name = benchmarkName(benchmark.ok ? benchmark.ticker : against, wording);
  const beside = benchmark.ok
    ? [
        `${name} ${format.percent(benchmark.change)}`,
        `${format.points(benchmark.difference)} pp vs ${name}`,
        ...(benchmark.from === null ? [] : [`since ${format.day(benchmark.from)}`]),
      ]
    : [`no comparison (${benchmark.absence})`];
  return [
    ticker,
    format.price(close, currency, decimals),
    changeAbsence ? changeAbsenceText(changeAbsence, wording) : format.percent(change ?? 0),
    ...beside,
    `At close: ${closedAt === null ? format.weekdayAndDay(date) : format.moment(closedAt, zone)}`,
    providerName(provider),
    ...exDividend(outcome.value),
    ...(staleSince ? [`stale: the close of ${format.day(staleSince)} could not be had`] : []),
    ...sinceArticle(outcome.value),
  ].join("  ");
}

function exDividend({ exDividend: dividend, currency }: Comparison): readonly string[] {
  if (!dividend) return [];
  const { amount, effect } = dividend;
  return [`ex-dividend ${format.price(amount, currency)}: ${format.points(effect)} points of the move`];
}

function sinceArticle({ sinceArticle: since, currency, decimals }: Comparison): readonly string[] {
  if (!since) return [];
  const printed =
    since.printedClose === null ? "" : `, printed ${format.price(since.printedClose, currency, decimals)}`;
  return [`since the article ${format.percent(since.change)} (from ${format.day(since.from)}${printed})`];
}

/** What each source said, and what was wrong with its reply. */
export function whyLines(told: readonly Told[]): readonly string[] {
  return told.map((one) => {
    const [line = ""] = linesOf([one], wording);
    const why = one.reason ?? one.failure;
    return why === undefined ? line : `${line} (${why})`;
  });
}
