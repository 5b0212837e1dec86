const DAY_MS = 86_400_000;

/** Yahoo's chart or spark reply for made-up closes of the last year up to `now`; null for any other address. */
export function chartReply(host: string, path: string, now: number): string | null {
  if (!/^query[12]\.finance\.yahoo\.com$/.test(host)) return null;
  const url = new URL(path, `https://${host}`);
  const chart = /^\/v8\/finance\/chart\/([^/]+)$/.exec(url.pathname)?.[1];
  if (chart !== undefined) {
    const ticker = decodeURIComponent(chart);
    return JSON.stringify({
      chart: { result: [{ meta: metaOf(ticker), ...seriesOf(ticker, now, 365) }], error: null },
    });
  }
  if (!/^\/v[78]\/finance\/spark$/.test(url.pathname)) return null;
  const tickers = (url.searchParams.get("symbols") ?? "").split(",");
  return JSON.stringify({
    spark: {
      result: tickers.map((ticker) => ({
        symbol: ticker,
        response: [{ meta: metaOf(ticker), ...seriesOf(ticker, now, 31) }],
      })),
      error: null,
    },
  });
}

function metaOf(ticker: string) {
  return {
    currency: "USD",
    symbol: ticker,
    exchangeName: ticker.startsWith("^") ? "SNP" : "NMS",
    instrumentType: ticker.startsWith("^") ? "INDEX" : "EQUITY",
    exchangeTimezoneName: "America/New_York",
    timezone: "EST",
    gmtoffset: -18_000,
    longName: ticker,
    shortName: ticker,
  };
}

function seriesOf(ticker: string, now: number, days: number) {
  const seed = [...ticker].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % 997;
  const timestamp: number[] = [];
  const close: number[] = [];
  const today = Math.floor(now / DAY_MS);
  for (let day = today - days; day < today; day += 1) {
    const weekday = (day + 4) % 7;
    if (weekday === 0 || weekday === 6) continue;
    timestamp.push((day * DAY_MS) / 1000 + 14.5 * 3600);
    close.push(Number((100 + seed / 10 + 5 * Math.sin((day + seed) / 9)).toFixed(2)));
  }
  return {
    timestamp,
    indicators: { quote: [{ open: close, high: close, low: close, close, volume: close.map(() => 1) }] },
  };
}
