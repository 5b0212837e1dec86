import { type Comparison, HORIZONS, type Horizon, type PeriodComparison } from "../../domain/market/comparison";
import type { Ticker } from "../../domain/ticker";
import { benchmarkName, textAbout } from "../benchmark-name";
import { Change, Difference, type Wording } from "../figures";

/** The horizons of the card's details. The last day is the answer itself, so it is not among them. */
export type CardHorizon = Exclude<Horizon, "1D">;

/** Which horizon the chart shows, and how to choose another. */
interface Choosing {
  readonly horizon: CardHorizon;
  readonly choose: (horizon: CardHorizon) => void;
}

/** Short names, for buttons and the heads of rows. */
const SHORT = { "5D": "card_5D", "1M": "card_1M", "3M": "card_3M", YTD: "card_YTD", "1Y": "card_1Y" } as const;

/** Names within a sentence. */
const LONG = {
  "5D": "card_period5D",
  "1M": "card_period1M",
  "3M": "card_period3M",
  YTD: "card_periodYTD",
  "1Y": "card_period1Y",
} as const;

/** The horizons that a comparison has figures for, shortest first. */
export function shownHorizons({ horizons }: Comparison): CardHorizon[] {
  return HORIZONS.filter((horizon): horizon is CardHorizon => horizon !== "1D" && horizons[horizon] !== undefined);
}

/** A horizon's name within a sentence, "3 months". */
export function horizonWords(horizon: CardHorizon, { text }: Wording): string {
  return text(LONG[horizon]);
}

/** Listing, benchmark and difference per horizon; with `choosing` the row heads choose the chart's horizon. */
export function HorizonTable({
  comparison: { horizons, periodsAgainst, against },
  label,
  horizons: shown,
  choosing,
  reinvested,
  wording,
}: {
  comparison: Comparison;
  label: string;
  horizons: readonly CardHorizon[];
  choosing: Choosing | null;
  /** Whether the reader wants dividends reinvested. */
  reinvested: boolean;
  wording: Wording;
}) {
  const { text } = wording;
  const ticker = periodsAgainst ?? against;
  const isReinvested = reinvested && shown.every((horizon) => horizons[horizon]?.withDividends !== undefined);
  // A share with its dividends cannot be compared with an index without them.
  const compared = !isReinvested && shown.some((horizon) => horizons[horizon]?.benchmarkChange != null);
  // There is no `thead`, because Chromium 156 keeps a media query for each one that is shown, as long as the page
  // lives.
  return (
    <>
      {/* As an item of the grid itself, the table would be too wide in Firefox, by what it stands out at the sides. */}
      <div data-row="horizons">
        <table class="horizons" aria-label={text("card_horizons")}>
          <tbody>
            <Heads label={label} benchmark={compared ? ticker : null} wording={wording} />
            {shown.map((horizon) => {
              const period = horizons[horizon];
              return (
                period && (
                  <tr key={horizon} data-chosen={choosing?.horizon === horizon}>
                    <th scope="row">
                      {choosing ? (
                        <HorizonButton horizon={horizon} choosing={choosing} wording={wording} />
                      ) : (
                        text(SHORT[horizon])
                      )}
                    </th>
                    <Figures
                      period={isReinvested ? reinvestedOf(period) : period}
                      compared={compared}
                      benchmark={ticker}
                      wording={wording}
                    />
                  </tr>
                )
              );
            })}
          </tbody>
        </table>
      </div>
      {isReinvested && <ReinvestedNote benchmark={ticker} wording={wording} />}
    </>
  );
}

/** Says that dividends are counted, and why the benchmark is left out. */
function ReinvestedNote({ benchmark, wording }: { benchmark: Ticker; wording: Wording }) {
  const sentence = textAbout(benchmark, "card_reinvested", {}, wording);
  return <p class="reinvested">{sentence.replace("{benchmark}", benchmarkName(benchmark, wording))}</p>;
}

/** The heads of the columns. `benchmark` is null in a table without comparison. */
function Heads({ label, benchmark, wording }: { label: string; benchmark: Ticker | null; wording: Wording }) {
  const { text } = wording;
  return (
    <tr>
      <th scope="col">
        <span class="sq-words">{text("card_period")}</span>
      </th>
      <th scope="col">{label}</th>
      {benchmark !== null && <th scope="col">{benchmarkName(benchmark, wording)}</th>}
      {benchmark !== null && <th scope="col">{text("card_difference")}</th>}
    </tr>
  );
}

function reinvestedOf(period: PeriodComparison): PeriodComparison {
  return { ...period, change: period.withDividends ?? period.change };
}

/** One horizon's change, the benchmark's and the difference. The last two are only in a table with comparison. */
function Figures({
  period,
  compared,
  benchmark,
  wording,
}: {
  period: PeriodComparison;
  compared: boolean;
  benchmark: Ticker;
  wording: Wording;
}) {
  const { change, benchmarkChange, difference } = period;
  return (
    <>
      <td>
        <Change fraction={change} wording={wording} arrow={false} />
      </td>
      {compared && (
        <td>{benchmarkChange !== null && <Change fraction={benchmarkChange} wording={wording} arrow={false} />}</td>
      )}
      {compared && (
        <td>{difference !== null && <Difference fraction={difference} wording={wording} benchmark={benchmark} />}</td>
      )}
    </>
  );
}

/** The horizons as a row of buttons above the chart. */
export function HorizonTabs({
  horizons,
  choosing,
  wording,
}: {
  horizons: readonly CardHorizon[];
  choosing: Choosing;
  wording: Wording;
}) {
  return (
    <fieldset class="tabs" data-row="tabs" aria-label={wording.text("card_period")}>
      {horizons.map((horizon) => (
        <HorizonButton key={horizon} horizon={horizon} choosing={choosing} wording={wording} />
      ))}
    </fieldset>
  );
}

function HorizonButton({ horizon, choosing, wording }: { horizon: CardHorizon; choosing: Choosing; wording: Wording }) {
  return (
    <button
      type="button"
      class="horizon"
      aria-pressed={choosing.horizon === horizon}
      title={horizonWords(horizon, wording)}
      onClick={() => choosing.choose(horizon)}
    >
      {wording.text(SHORT[horizon])}
    </button>
  );
}
