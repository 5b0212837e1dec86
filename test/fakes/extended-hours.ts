/** An evening after the close of a New York listing, in Yahoo's wire format; instants in UTC. */
export interface WireEvening {
  readonly symbol: string;
  /** The regular close, and its price. */
  readonly closed: readonly [instant: string, price: number];
  readonly trades: readonly (readonly [instant: string, price: number | null])[];
  /** Put over what the reply says of itself. */
  readonly meta?: Readonly<Record<string, unknown>>;
}

const seconds = (instant: string) => Date.parse(instant) / 1000;

export function eveningBody({ symbol, closed: [instant, price], trades, meta }: WireEvening): string {
  const end = seconds(instant);
  const period = (start: number, until: number) => ({ timezone: "EST", start, end: until, gmtoffset: -18_000 });
  const close = trades.map(([, paid]) => paid);
  return JSON.stringify({
    chart: {
      result: [
        {
          meta: {
            currency: "USD",
            symbol,
            hasPrePostMarketData: true,
            exchangeTimezoneName: "America/New_York",
            regularMarketTime: end + 2,
            regularMarketPrice: price,
            fulldayPrice: 1.23,
            chartPreviousClose: 1.23,
            currentTradingPeriod: { post: period(end + 86_400, end + 100_800) },
            tradingPeriods: {
              pre: [[period(end - 43_200, end - 23_400)]],
              regular: [[period(end - 23_400, end)]],
              post: [[period(end, end + 14_400)]],
            },
            dataGranularity: "1m",
            range: "",
            ...meta,
          },
          timestamp: trades.map(([at]) => seconds(at)),
          indicators: { quote: [{ open: close, high: close, low: close, close, volume: close.map(() => 0) }] },
        },
      ],
      error: null,
    },
  });
}
