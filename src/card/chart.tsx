import { useRef, useState } from "preact/hooks";
import { wayOf } from "../domain/format";
import type { Comparison, SeriesPoint } from "../domain/market/comparison";
import { changeWords, type Wording } from "../ui/figures";
import { benchmarkName } from "./answer";
import { type CardHorizon, horizonWords } from "./horizon-table";

const WIDTH = 312;
const HEIGHT = 64;
const PAD = 4;

/** The points of a series from a horizon's first day on, rebased to 100 there. */
export function rebasedFrom(series: readonly SeriesPoint[], from: string): readonly SeriesPoint[] {
  const points = series.filter(({ date }) => date >= from);
  const first = points[0];
  if (!first) return [];
  // Without the benchmark's own close of the first day there is nothing to rebase it to.
  const firstBenchmark = first.benchmark;
  return points.map(({ date, listing, benchmark }) => ({
    date,
    listing: (listing / first.listing) * 100,
    benchmark: benchmark === null || firstBenchmark === null ? null : (benchmark / firstBenchmark) * 100,
  }));
}

/** The listing against the benchmark over one horizon; pointer and arrow keys read it point by point. */
export function Chart({
  comparison: { ticker, series, horizons, benchmark },
  horizon,
  wording,
}: {
  comparison: Comparison;
  horizon: CardHorizon;
  wording: Wording;
}) {
  const [reading, read] = useState<number | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const period = horizons[horizon];
  const points = period ? rebasedFrom(series, period.from) : [];
  const last = points.at(-1);
  if (!period || !last || points.length < 2) return null;

  const { text, format } = wording;
  const name = benchmarkName(benchmark.ok ? benchmark.ticker : "", wording);
  const compared = points.some((point) => point.benchmark !== null);
  const scale = scaleOf(points);
  const at = reading === null ? null : points[reading];
  const sentence = (point: SeriesPoint) =>
    text(point.benchmark === null ? "card_pointAlone" : "card_point", {
      day: format.day(point.date),
      ticker,
      level: format.level(point.listing),
      benchmark: name,
      benchmarkLevel: point.benchmark === null ? "" : format.level(point.benchmark),
    });
  const label = `${text(compared ? "card_chart" : "card_chartAlone", {
    period: horizonWords(horizon, wording),
    ticker,
    benchmark: name,
  })}. ${ticker}: ${changeWords(period.change, wording)}${
    period.benchmarkChange === null ? "" : `, ${name}: ${changeWords(period.benchmarkChange, wording)}`
  }`;

  function readAt(event: PointerEvent): void {
    const box = frame.current?.getBoundingClientRect();
    if (!box || box.width === 0) return;
    const place = (((event.clientX - box.left) / box.width) * WIDTH - PAD) / (WIDTH - 2 * PAD);
    read(Math.round(Math.min(1, Math.max(0, place)) * (points.length - 1)));
  }

  function readByKey(event: KeyboardEvent): void {
    const from = reading ?? points.length - 1;
    const to = { ArrowLeft: from - 1, ArrowRight: from + 1, Home: 0, End: points.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    read(Math.min(points.length - 1, Math.max(0, to)));
  }

  return (
    <div class="chart">
      <div
        ref={frame}
        class="plot"
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={points.length - 1}
        aria-valuenow={reading ?? points.length - 1}
        aria-valuetext={sentence(at ?? last)}
        onPointerMove={readAt}
        onPointerLeave={() => read(null)}
        onKeyDown={readByKey}
        onBlur={() => read(null)}
      >
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
          <path class="base" d={`M0 ${scale.y(100)}H${WIDTH}`} />
          <path
            class="line-benchmark"
            d={pathOf(
              points.map((point) => point.benchmark),
              scale,
            )}
          />
          <path
            class="line-listing"
            data-way={wayOf(period.change)}
            d={pathOf(
              points.map((point) => point.listing),
              scale,
            )}
          />
          {at && reading !== null && <path class="reader" d={`M${scale.x(reading)} 0V${HEIGHT}`} />}
        </svg>
      </div>
      <p class="reading" aria-hidden="true">
        {at ? (
          sentence(at)
        ) : (
          <>
            <span class="key-listing" data-way={wayOf(period.change)} /> {ticker}
            {compared && (
              <>
                <span class="key-benchmark" /> {name}
              </>
            )}
            <span class="span">{format.day(points[0]?.date ?? period.from)} –</span>
          </>
        )}
      </p>
    </div>
  );
}

interface Scale {
  readonly x: (index: number) => string;
  readonly y: (level: number) => string;
}

function scaleOf(points: readonly SeriesPoint[]): Scale {
  const levels = points.flatMap(({ listing, benchmark }) => (benchmark === null ? [listing] : [listing, benchmark]));
  const low = Math.min(100, ...levels);
  const spread = Math.max(100, ...levels) - low || 1;
  return {
    x: (index) => (PAD + (index / (points.length - 1)) * (WIDTH - 2 * PAD)).toFixed(1),
    y: (level) => (HEIGHT - PAD - ((level - low) / spread) * (HEIGHT - 2 * PAD)).toFixed(1),
  };
}

/** A gap in the levels is a gap in the line. */
function pathOf(levels: readonly (number | null)[], { x, y }: Scale): string {
  let path = "";
  let drawing = false;
  levels.forEach((level, index) => {
    if (level !== null) path += `${drawing ? "L" : "M"}${x(index)} ${y(level)}`;
    drawing = level !== null;
  });
  return path;
}
