import type { Result } from "../domain/failure";
import type { ComparisonRow } from "../domain/market/comparison";
import type { Ticker } from "../domain/ticker";
import { benchmarkName } from "../ui/benchmark-name";
import { Change, Price, type Wording } from "../ui/figures";
import { FailureSentence } from "./failure-sentence";

/** The benchmark, and what is known of it. */
export interface HeadlineBenchmark {
  readonly ticker: Ticker;
  /** Undefined while it is awaited, and where its failure is told elsewhere. */
  readonly outcome: Result<ComparisonRow> | undefined;
}

/** What the benchmark did on its last trading day, with the day: the measure of all rows below. */
export function Headline({
  benchmark: { ticker, outcome },
  wording,
  now,
}: {
  benchmark: HeadlineBenchmark;
  wording: Wording;
  now: () => number;
}) {
  if (!outcome) return <div class="pp-headline" data-waiting />;
  return (
    <div class="pp-headline">
      <span class="pp-benchmark">{benchmarkName(ticker, wording)}</span>
      {outcome.ok ? (
        <Figures figures={outcome.value} wording={wording} />
      ) : (
        <span class="pp-why-not">
          <FailureSentence failure={outcome.failure} wording={wording} now={now} />
        </span>
      )}
    </div>
  );
}

function Figures({ figures, wording }: { figures: ComparisonRow; wording: Wording }) {
  return (
    <>
      <Price close={figures.close} currency={figures.currency} decimals={figures.decimals} format={wording.format} />
      {figures.change !== null && <Change fraction={figures.change} wording={wording} />}
      <span class="pp-day" data-stale={figures.staleSince !== null}>
        {wording.format.day(figures.date)}
        {figures.staleSince !== null && ` · ${wording.text("popup_stale")}`}
      </span>
    </>
  );
}
