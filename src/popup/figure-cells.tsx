import type { Failure } from "../domain/failure";
import type { ComparisonRow } from "../domain/market/comparison";
import type { Ticker } from "../domain/ticker";
import { benchmarkAbsenceText, changeAbsenceText } from "../ui/absence-text";
import { benchmarkName } from "../ui/benchmark-name";
import { Change, Difference, Price, type Wording } from "../ui/figures";
import { FailureSentence } from "./failure-sentence";
import type { Row } from "./sort-rows";

/**
 * A row's close, change and difference from the benchmark; one cell over all three while they are awaited or failed.
 */
export function FigureCells({
  row,
  wording,
  headlineDate,
  now,
}: {
  row: Row;
  wording: Wording;
  /** The trading day in the headline; a row of another day shows its own. */
  headlineDate: string | null;
  now: () => number;
}) {
  const { outcome } = row;
  if (!outcome) {
    return (
      <td colSpan={3} class="pp-waiting">
        <span class="sq-words">{wording.text("popup_loading")}</span>
      </td>
    );
  }
  if (!outcome.ok) return <FailureCell failure={outcome.failure} wording={wording} now={now} />;
  const { close, currency, decimals, change, changeAbsence, benchmark } = outcome.value;
  return (
    <>
      <td>
        <Price close={close} currency={currency} decimals={decimals} format={wording.format} />
        <RowDate figures={outcome.value} wording={wording} headlineDate={headlineDate} />
      </td>
      <td>
        {change === null ? (
          <None text={changeAbsence ? changeAbsenceText(changeAbsence, wording) : wording.text("popup_noFigure")} />
        ) : (
          <Change fraction={change} wording={wording} arrow={false} />
        )}
        {benchmark.ok && benchmark.from !== null && (
          <span class="pp-date">{wording.text("card_since", { day: wording.format.day(benchmark.from) })}</span>
        )}
      </td>
      <td>
        {benchmark.ok ? (
          <RowDifference benchmark={benchmark} against={outcome.value.against} wording={wording} />
        ) : (
          <None text={benchmarkAbsenceText(benchmark.absence, outcome.value, wording)} />
        )}
      </td>
    </>
  );
}

/** The difference; with the name of the benchmark if another stands in for the one in the column's heading. */
function RowDifference({
  benchmark,
  against,
  wording,
}: {
  benchmark: Extract<ComparisonRow["benchmark"], { ok: true }>;
  against: Ticker;
  wording: Wording;
}) {
  return (
    <>
      <Difference fraction={benchmark.difference} wording={wording} benchmark={benchmark.ticker} />
      {benchmark.ticker !== against && (
        <span class="pp-date" aria-hidden="true">
          {benchmarkName(benchmark.ticker, wording)}
        </span>
      )}
    </>
  );
}

/** A row's own failure. One that all rows share is told once above the table. */
function FailureCell({ failure, wording, now }: { failure: Failure; wording: Wording; now: () => number }) {
  return (
    <td colSpan={3} class="pp-failure">
      <FailureSentence failure={failure} wording={wording} now={now} />
    </td>
  );
}

/** The row's trading day if it is not the headline's, and the word "stale" if a newer close was due. */
function RowDate({
  figures,
  wording,
  headlineDate,
}: {
  figures: ComparisonRow;
  wording: Wording;
  headlineDate: string | null;
}) {
  const { date, staleSince } = figures;
  if (date === headlineDate && staleSince === null) return null;
  return (
    <span class="pp-date" data-stale={staleSince !== null}>
      {wording.format.day(date)}
      {staleSince !== null && <span class="pp-stale">{wording.text("popup_stale")}</span>}
    </span>
  );
}

/** Shown instead of a figure, with the reason. */
function None({ text }: { text: string }) {
  return (
    <span title={text}>
      <span aria-hidden="true">–</span>
      <span class="sq-words">{text}</span>
    </span>
  );
}
