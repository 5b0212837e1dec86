import type { ComparisonRow } from "../domain/market/comparison";
import { benchmarkName } from "../ui/benchmark-name";
import { Change, Price, type Wording } from "../ui/figures";

/** What the benchmark did on its last trading day, with the day: the measure of all rows below. */
export function Headline({ figures, wording }: { figures: ComparisonRow | null; wording: Wording }) {
  if (!figures) return <div class="pp-headline" data-waiting />;
  return (
    <div class="pp-headline">
      <span class="pp-benchmark">{benchmarkName(figures.ticker, wording)}</span>
      <Price close={figures.close} currency={figures.currency} decimals={figures.decimals} format={wording.format} />
      {figures.change !== null && <Change fraction={figures.change} wording={wording} />}
      <span class="pp-day" data-stale={figures.staleSince !== null}>
        {wording.format.day(figures.date)}
        {figures.staleSince !== null && ` · ${wording.text("popup_stale")}`}
      </span>
    </div>
  );
}
