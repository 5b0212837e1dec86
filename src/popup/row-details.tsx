import { useEffect, useState } from "preact/hooks";
import type { Result } from "../domain/failure";
import type { Comparison } from "../domain/market/comparison";
import type { Ticker } from "../domain/ticker";
import type { Ask } from "../platform/ask";
import { HorizonTable, shownHorizons } from "../ui/card/horizon-table";
import { failureText } from "../ui/failure-text";
import type { Wording } from "../ui/figures";
import { Why } from "../ui/why";

/** The details of a row: the changes over longer periods, asked for when the row is opened. */
export function RowDetails({
  ticker,
  reinvested,
  ask,
  wording,
  now,
}: {
  ticker: Ticker;
  /** Whether the reader wants dividends reinvested. */
  reinvested: boolean;
  ask: Ask;
  wording: Wording;
  now: () => number;
}) {
  const { text } = wording;
  const [answer, setAnswer] = useState<Result<Comparison> | null>(null);
  useEffect(() => {
    let isShown = true;
    void ask("compare", { ticker }).then((reply) => isShown && setAnswer(reply));
    return () => {
      isShown = false;
    };
  }, [ask, ticker]);
  if (!answer) {
    return (
      <p role="status" class="pp-note">
        {text("popup_loading")}
      </p>
    );
  }
  if (!answer.ok) return <p class="pp-note">{failureText(answer.failure, wording, now())}</p>;
  const horizons = shownHorizons(answer.value);
  return (
    <>
      {horizons.length === 0 ? (
        <p class="pp-note">{text("popup_noFigure")}</p>
      ) : (
        <HorizonTable {...{ comparison: answer.value, label: ticker, horizons, choosing: null, reinvested, wording }} />
      )}
      <Why told={answer.value.told} wording={wording} />
    </>
  );
}
