import { useRef, useState } from "preact/hooks";
import type { Comparison, PeriodComparison, SeriesPoint } from "../../domain/market/comparison";
import { benchmarkName } from "../benchmark-name";
import { changeWords, type Wording } from "../figures";
import { HEIGHT, labelPlaces, PAD, pathOf, rebasedFrom, scaleOf, WIDTH } from "./chart-lines";
import { type CardHorizon, horizonWords } from "./horizon-table";

/** The listing and the benchmark over one horizon. Pointer and arrow keys read it day by day. */
export function Chart({
  comparison: { series, horizons, periodsAgainst, against },
  label: ticker,
  horizon,
  wording,
}: {
  comparison: Comparison;
  label: string;
  horizon: CardHorizon;
  wording: Wording;
}) {
  const [reading, read] = useState<number | null>(null);
  const period = horizons[horizon];
  const points = period ? rebasedFrom(series, period.from) : [];
  const [first] = points;
  const last = points.at(-1);
  if (!period || !first || !last || points.length < 2) return null;

  const { text, format } = wording;
  const name = benchmarkName(periodsAgainst ?? against, wording);
  const at = reading === null ? null : points[reading];
  const sentence = (point: SeriesPoint) =>
    text(point.benchmark === null ? "card_pointAlone" : "card_point", {
      day: format.day(point.date),
      ticker,
      change: format.percent(point.listing / 100 - 1),
      benchmark: name,
      benchmarkChange: point.benchmark === null ? "" : format.percent(point.benchmark / 100 - 1),
    });
  const label = chartLabel(period, { horizon, ticker, benchmark: name }, wording);
  return (
    <div class="chart" data-row="chart">
      <div class="chart-field">
        <Plot points={points} reading={reading} read={read} label={label} valueText={sentence(at ?? last)} />
        <Labels last={last} points={points} ticker={ticker} name={name} />
      </div>
      <p class="reading" aria-hidden="true">
        {at ? (
          sentence(at)
        ) : (
          <>
            <span>{format.day(first.date)}</span>
            <span>{format.day(last.date)}</span>
          </>
        )}
      </p>
    </div>
  );
}

/**
 * What the chart shows, for a screen reader: "Chart of 3 months: BABA up 33.91 percent, S&P 500 up 7.42 percent"; the
 * listing alone if the benchmark's change over the period is not known.
 */
export function chartLabel(
  { change, benchmarkChange }: PeriodComparison,
  { horizon, ticker, benchmark }: { horizon: CardHorizon; ticker: string; benchmark: string },
  wording: Wording,
): string {
  return wording.text(benchmarkChange === null ? "card_chartAlone" : "card_chart", {
    period: horizonWords(horizon, wording),
    ticker,
    change: changeWords(change, wording),
    benchmark,
    benchmarkChange: benchmarkChange === null ? "" : changeWords(benchmarkChange, wording),
  });
}

function Plot({
  points,
  reading,
  read,
  label,
  valueText,
}: {
  points: readonly SeriesPoint[];
  reading: number | null;
  read: (index: number | null) => void;
  label: string;
  valueText: string;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const end = points.length - 1;

  function readAt(event: PointerEvent): void {
    const box = frame.current?.getBoundingClientRect();
    if (!box || box.width === 0) return;
    const place = (((event.clientX - box.left) / box.width) * WIDTH - PAD) / (WIDTH - 2 * PAD);
    read(Math.round(Math.min(1, Math.max(0, place)) * end));
  }

  function readByKey(event: KeyboardEvent): void {
    const from = reading ?? end;
    const to = { ArrowLeft: from - 1, ArrowRight: from + 1, Home: 0, End: end }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    read(Math.min(end, Math.max(0, to)));
  }

  return (
    <div
      ref={frame}
      class="plot"
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={end}
      aria-valuenow={reading ?? end}
      aria-valuetext={valueText}
      onPointerMove={readAt}
      onPointerLeave={() => read(null)}
      onKeyDown={readByKey}
      onBlur={() => read(null)}
    >
      <Lines points={points} scale={scaleOf(points)} reading={reading} />
    </div>
  );
}

/** Both lines, their base of 100, and a vertical line at the day that is read. */
function Lines({
  points,
  scale,
  reading,
}: {
  points: readonly SeriesPoint[];
  scale: ReturnType<typeof scaleOf>;
  reading: number | null;
}) {
  const listing = points.map((point) => point.listing);
  const benchmark = points.map((point) => point.benchmark);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      <path class="base" d={`M0 ${scale.y(100)}H${WIDTH}`} />
      <path class="line-benchmark" d={pathOf(benchmark, scale)} />
      <path class="line-listing" d={pathOf(listing, scale)} />
      {reading !== null && <path class="reader" d={`M${scale.x(reading)} 0V${HEIGHT}`} />}
    </svg>
  );
}

/** The height of a chart's label: its middle beside the line's end, 0 at the top and 1 at the bottom. */
function heightOf(place: number): string {
  return `calc(4.9em / 0.93 * ${place} - 0.7em)`;
}

/** The names of the lines, at their ends. */
function Labels({
  last,
  points,
  ticker,
  name,
}: {
  last: SeriesPoint;
  points: readonly SeriesPoint[];
  ticker: string;
  name: string;
}) {
  const places = labelPlaces(points, last);
  return (
    <div class="labels" aria-hidden="true">
      <span class="label-listing" style={{ insetBlockStart: heightOf(places.listing) }}>
        {ticker}
      </span>
      {places.benchmark !== null && (
        <span class="label-benchmark" style={{ insetBlockStart: heightOf(places.benchmark) }}>
          {name}
        </span>
      )}
    </div>
  );
}
