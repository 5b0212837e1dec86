import { useCallback, useEffect, useMemo, useState } from "preact/hooks";
import { createFormat } from "../domain/format";
import { BENCHMARK } from "../domain/ticker";
import type { SharedTableProps } from "./company-table";
import type { PopupDeps } from "./popup-deps";
import { RowDetails } from "./row-details";
import type { Row } from "./sort-rows";
import type { PopupState } from "./use-popup-state";
import { sharedFailure, useRows } from "./use-rows";
import type { Stars } from "./use-stars";

type Listed = Omit<Row, "outcome">;

/** Gets the figures of the shown listings and of the benchmark, and the properties that all tables of them share. */
export function useFigures(
  { ask, text, language, now }: PopupDeps,
  { state, page, consented, isPrivate, sourcesWithheld }: PopupState,
  listed: readonly Listed[],
  stars: Stars,
) {
  const [attempt, setAttempt] = useState(0);
  const askAgain = useCallback(() => setAttempt((count) => count + 1), []);
  useReturn(askAgain);
  const look = state?.settings.look;
  const format = useMemo(() => createFormat(look?.numbers || language, look?.subunits), [look, language]);
  const against = state?.settings.card.benchmark ?? BENCHMARK;
  const tickers = listed.map(({ ticker }) => ticker);
  const figures = useRows(ask, tickers, {
    benchmark: against,
    allowed: consented && page !== null,
    isPrivate,
    attempt: `${attempt} ${sourcesWithheld}`,
  });
  const outcome = figures[against];
  const failure = consented ? sharedFailure([against, ...tickers], figures) : null;
  const table: SharedTableProps = {
    wording: { text, format },
    against,
    now,
    headlineDate: outcome?.ok ? outcome.value.date : null,
    quiet: failure !== null || !consented,
    watched: stars.watched,
    toggleStar: stars.toggle,
  };
  const details = ({ ticker }: Row) => (
    // Made anew, and so asked for again, together with the rows, or if the reader chooses another benchmark.
    <RowDetails
      key={`${against} ${attempt}`}
      ticker={ticker}
      reinvested={state?.settings.card.reinvested ?? false}
      ask={ask}
      wording={table.wording}
      now={now}
    />
  );
  return {
    table,
    /** The details of an open row; none over a private window, because the answer to their question would be kept. */
    detailsOf: isPrivate ? undefined : details,
    benchmark: { ticker: against, outcome: failure ? undefined : outcome },
    /** The failure that all rows share, if there is one. */
    failure,
    /** The figures by ticker. */
    rows: figures,
    retry: askAgain,
    rowsOf: (listings: readonly Listed[]): Row[] =>
      listings.map((listing) => ({ ...listing, outcome: figures[listing.ticker] })),
  };
}

/** See `useFigures`. */
export type Figures = ReturnType<typeof useFigures>;

/**
 * Calls `askAgain` whenever the reader comes back to the popup: on a phone it is a page, and may be old by days then.
 */
function useReturn(askAgain: () => void): void {
  useEffect(() => {
    const onChange = () => document.hidden || askAgain();
    document.addEventListener("visibilitychange", onChange);
    return () => document.removeEventListener("visibilitychange", onChange);
  }, [askAgain]);
}
