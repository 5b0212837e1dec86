/**
 * Bodies in Yahoo's wire format, written from dated closes; `[date,
 * close]`, oldest first, at the exchange's opening time in UTC.
 */
export interface WireChart {
  readonly symbol: string;
  readonly closes: readonly (readonly [date: string, close: number | null])[];
  readonly zone?: string;
  readonly currency?: string | null;
  /** Opening time in UTC. */
  readonly opensUtc?: string;
  /** Shares traded, one for each close; 100 each where not given. */
  readonly volumes?: readonly number[];
  /** What the reply says of itself, beside its bars. */
  readonly meta?: Readonly<Record<string, unknown>>;
  /** Hours by which all stamps are off. */
  readonly shiftHours?: number;
  readonly dividends?: readonly { readonly date: string; readonly amount: number }[];
  readonly splits?: readonly { readonly date: string; readonly numerator: number; readonly denominator: number }[];
}

export function chartBody(chart: WireChart): string {
  return JSON.stringify({ chart: { result: [chartResult(chart)], error: null } });
}

export function chartResult(chart: WireChart) {
  const {
    symbol,
    closes,
    zone,
    currency,
    opensUtc = "14:30",
    splits = [],
    dividends = [],
    volumes,
    meta,
    shiftHours = 0,
  } = chart;
  const stamp = (date: string) => Date.parse(`${date}T${opensUtc}:00Z`) / 1000 + shiftHours * 3600;
  const byStamp = (events: readonly { readonly date: string }[]) =>
    Object.fromEntries(events.map((event) => [stamp(event.date), { ...event, date: stamp(event.date) }]));
  const close = closes.map(([, value]) => value);
  return {
    meta: {
      currency: currency === undefined ? "USD" : currency,
      symbol,
      instrumentType: "EQUITY",
      exchangeTimezoneName: zone ?? "America/New_York",
      gmtoffset: -14400,
      chartPreviousClose: 1.23,
      dataGranularity: "1d",
      range: "1y",
      ...meta,
    },
    timestamp: closes.map(([date]) => stamp(date)),
    ...(splits.length + dividends.length > 0
      ? { events: { splits: byStamp(splits), dividends: byStamp(dividends) } }
      : {}),
    indicators: {
      quote: [{ open: close, high: close, low: close, close, volume: volumes ?? close.map(() => 100) }],
      adjclose: [{ adjclose: close }],
    },
  };
}

export const NOT_FOUND_BODY = JSON.stringify({
  chart: { result: null, error: { code: "Not Found", description: "No data found, symbol may be delisted" } },
});

/** v7 spark as Yahoo writes it; tickers it does not know are simply absent. */
export function sparkBody(charts: readonly WireChart[]): string {
  const result = charts.map((chart) => {
    const { meta, timestamp, indicators } = chartResult(chart);
    const quote = [{ close: indicators.quote[0]?.close }];
    return { symbol: chart.symbol, response: [{ meta, timestamp, indicators: { quote } }] };
  });
  return JSON.stringify({ spark: { result, error: null } });
}
