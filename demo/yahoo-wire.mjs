// Yahoo Finance's wire format, written from the closes of a market: what the demo and the end-to-end tests answer with.

/**
 * A market by Yahoo's spelling of the ticker (`BRK-B`). `closes` is `[[date, close], …]`, oldest
 * first; `open` is the exchange's opening time there; `dividends` are by their ex-dividend days,
 * `afterHours` by local times `HH:MM` of the last day. The body of `GET /v8/finance/chart/{ticker}`.
 * @typedef {{ name: string, exchangeName: string, fullExchangeName: string, instrumentType: string,
 *   currency: string | null, zone: string, open: string, closes: [string, number][],
 *   dividends?: [string, number][], afterHours?: [string, number][] }} MarketEntry
 * @typedef {Record<string, MarketEntry>} Market
 * @typedef {{ status: number, contentType: string, body: string }} WireReply
 */

/**
 * @param {Market} market @param {URL} url @returns {WireReply} the
 * reply Yahoo would give to `url`; 404 for what it does not serve.
 */
export function answerYahoo(market, url) {
  const chart = /^\/v8\/finance\/chart\/([^/]+)$/.exec(url.pathname)?.[1];
  if (chart) return chartReply(market, decodeURIComponent(chart), url);
  if (/^\/v[78]\/finance\/spark$/.test(url.pathname)) return sparkReply(market, url);
  return notFound();
}

function chartReply(market, ticker, url) {
  const entry = market[ticker];
  if (!entry) return notFound();
  const isExtended = url.searchParams.get("includePrePost") === "true";
  const result = isExtended
    ? extendedOf(ticker, entry)
    : { meta: metaOf(ticker, entry), ...eventsOf(entry), ...barsOf(entry, periodOf(url, entry)) };
  return json(200, { chart: { result: [result], error: null } });
}

/** Unknown tickers are left out silently, as Yahoo does; more than twenty are refused. */
function sparkReply(market, url) {
  const tickers = (url.searchParams.get("symbols") ?? "").split(",");
  if (tickers.length > 20)
    return json(400, { spark: { result: null, error: { code: "Bad Request", description: "" } } });
  const result = tickers.flatMap((ticker) => {
    const entry = market[ticker];
    if (!entry) return [];
    const { timestamp, indicators } = barsOf(entry, periodOf(url, entry));
    const quote = indicators.quote.map((bars) => (bars.close ? { close: bars.close } : {}));
    return [{ symbol: ticker, response: [{ meta: metaOf(ticker, entry), timestamp, indicators: { quote } }] }];
  });
  return json(200, { spark: { result, error: null } });
}

function notFound() {
  const error = { code: "Not Found", description: "No data found, symbol may be delisted" };
  return json(404, { chart: { result: null, error } });
}

function json(status, value) {
  return { status, contentType: "application/json;charset=utf-8", body: JSON.stringify(value) };
}

function metaOf(ticker, { name, exchangeName, fullExchangeName, instrumentType, currency, zone, open, closes }) {
  const [date, price] = closes.at(-1) ?? ["2025-11-11", 0];
  const start = instantOf(date, open, zone);
  const period = { timezone: zoneName(start, zone), start, end: start + 6.5 * 3600, gmtoffset: offsetOf(start, zone) };
  return {
    currency,
    symbol: ticker,
    exchangeName,
    fullExchangeName,
    instrumentType,
    firstTradeDate: null,
    regularMarketTime: period.end + 1,
    hasPrePostMarketData: instrumentType !== "INDEX",
    gmtoffset: period.gmtoffset,
    timezone: period.timezone,
    exchangeTimezoneName: zone,
    regularMarketPrice: price,
    fulldayPrice: price,
    longName: name,
    shortName: name,
    chartPreviousClose: closes[0]?.[1] ?? null,
    priceHint: 2,
    currentTradingPeriod: { pre: period, regular: period, post: period },
    dataGranularity: "1d",
    range: "1y",
    validRanges: ["1d", "5d", "1mo", "3mo", "6mo", "1y", "2y", "5y", "10y", "ytd", "max"],
  };
}

/** What was paid after the last session, minute by minute, with the periods that say so. */
function extendedOf(ticker, entry) {
  const { closes, zone, afterHours = [] } = entry;
  const [date] = closes.at(-1) ?? ["2025-11-11"];
  const meta = metaOf(ticker, entry);
  const { end } = meta.currentTradingPeriod.regular;
  const post = { ...meta.currentTradingPeriod.regular, start: end, end: end + 4 * 3600 };
  const close = afterHours.map(([, price]) => price);
  return {
    meta: {
      ...meta,
      dataGranularity: "1m",
      tradingPeriods: { pre: [[]], regular: [[meta.currentTradingPeriod.regular]], post: [[post]] },
    },
    timestamp: afterHours.map(([time]) => instantOf(date, time, zone)),
    indicators: { quote: [{ open: close, high: close, low: close, close, volume: close.map(() => 100) }] },
  };
}

function eventsOf({ dividends, zone, open }) {
  if (!dividends) return {};
  const events = dividends.map(([date, amount]) => ({ date: instantOf(date, open, zone), amount }));
  return { events: { dividends: Object.fromEntries(events.map((event) => [event.date, event])) } };
}

function barsOf({ zone, open, closes }, { from, to }) {
  const bars = closes
    .map(([date, close]) => ({ at: instantOf(date, open, zone), close }))
    .filter(({ at }) => at >= from && at < to);
  if (bars.length === 0) return { indicators: { quote: [{}], adjclose: [{}] } };
  const close = bars.map((bar) => bar.close);
  return {
    timestamp: bars.map(({ at }) => at),
    indicators: {
      quote: [{ open: close, high: close, low: close, close, volume: close.map(() => 1_000_000) }],
      adjclose: [{ adjclose: close }],
    },
  };
}

/**
 * `period1`, `period2` in unix seconds, end exclusive; with
 * `range=1mo` the days of one month up to the last close, else all.
 */
function periodOf(url, { closes }) {
  const month = 31 * 24 * 3600;
  const last = Date.parse(closes.at(-1)?.[0] ?? "1970-01-01") / 1000;
  const start = url.searchParams.get("range") === "1mo" ? last - month : Number.NEGATIVE_INFINITY;
  const seconds = (name, otherwise) => Number(url.searchParams.get(name) ?? otherwise);
  return { from: seconds("period1", start), to: seconds("period2", Number.POSITIVE_INFINITY) };
}

/** Unix seconds of a local time. */
function instantOf(date, time, zone) {
  const asUtc = Date.parse(`${date}T${time}:00Z`) / 1000;
  return asUtc - offsetOf(asUtc - offsetOf(asUtc, zone), zone);
}

/** One formatter per zone: making one costs a thousand times what using it does. */
const localTimes = {};

/** Seconds that `zone` is ahead of UTC at an instant in unix seconds. */
function offsetOf(instant, zone) {
  const local =
    localTimes[zone] ?? new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "medium" });
  localTimes[zone] = local;
  return Date.parse(`${local.format(instant * 1000).replace(" ", "T")}Z`) / 1000 - instant;
}

function zoneName(instant, zone) {
  const parts = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "short" }).formatToParts(
    instant * 1000,
  );
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? zone;
}
