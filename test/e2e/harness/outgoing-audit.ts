import { readFileSync } from "node:fs";
import type { OutgoingRequest } from "./network";

const TICKER = "[A-Z0-9.^=-]{1,15}";
const DATE = "\\d{4}-\\d{2}-\\d{2}";
/** A key of the reader's, at the two sources that take it in the address. */
const KEY = /^[\w-]{1,128}$/;

/** The one shape that requests to each host may have; anything else could carry what somebody reads. */
const SHAPES: readonly {
  readonly host: RegExp;
  readonly path: RegExp;
  readonly params: Readonly<Record<string, RegExp>>;
}[] = [
  {
    host: /^query[12]\.finance\.yahoo\.com$/,
    path: new RegExp(`^/v8/finance/chart/${TICKER}$`),
    params: {
      range: /^\w{2,3}$/,
      interval: /^1d$/,
      events: /^(div\|split|div,split|split|history)$/,
      includePrePost: /^false$/,
      period1: /^\d{1,12}$/,
      period2: /^\d{1,12}$/,
    },
  },
  {
    host: /^query[12]\.finance\.yahoo\.com$/,
    path: new RegExp(`^/v8/finance/chart/${TICKER}$`),
    // What was paid after the close, where the reader wants that row.
    params: { interval: /^1m$/, includePrePost: /^true$/, period1: /^\d{10}$/, period2: /^\d{10}$/ },
  },
  {
    host: /^query[12]\.finance\.yahoo\.com$/,
    path: /^\/v[78]\/finance\/spark$/,
    params: {
      symbols: new RegExp(`^${TICKER}(,${TICKER}){0,19}$`),
      range: /^\w{2,3}$/,
      interval: /^1d$/,
    },
  },
  {
    host: /^query[12]\.finance\.yahoo\.com$/,
    path: /^\/v1\/finance\/search$/,
    // What the reader typed into the popup's search.
    params: { q: /^[^\n]{1,64}$/, quotesCount: /^6$/, newsCount: /^0$/, enableFuzzyQuery: /^false$/ },
  },
  {
    host: /^cdn(-api)?\.cboe\.com$/,
    path: new RegExp(`^/api/global/delayed_quotes/charts/historical/_?${TICKER}\\.json$`),
    params: {},
  },
  {
    host: /^api\.nasdaq\.com$/,
    path: new RegExp(`^/api/quote/${TICKER}/historical$`),
    params: {
      assetclass: /^(stocks|etf|index)$/,
      fromdate: new RegExp(`^${DATE}$`),
      todate: new RegExp(`^${DATE}$`),
      limit: /^\d{1,4}$/,
    },
  },
  {
    host: /^fred\.stlouisfed\.org$/,
    path: /^\/graph\/fredgraph\.csv$/,
    params: { id: /^SP500$/, cosd: new RegExp(`^${DATE}$`), coed: new RegExp(`^${DATE}$`) },
  },
  {
    host: /^api\.tiingo\.com$/,
    path: new RegExp(`^/tiingo/daily/${TICKER}/prices$`),
    params: {
      startDate: new RegExp(`^${DATE}$`),
      endDate: new RegExp(`^${DATE}$`),
      format: /^json$/,
      resampleFreq: /^daily$/,
    },
  },
  {
    host: /^api\.massive\.com$/,
    path: new RegExp(`^/v2/aggs/grouped/locale/us/market/stocks/${DATE}$`),
    params: { adjusted: /^true$/ },
  },
  {
    host: /^api\.massive\.com$/,
    path: new RegExp(`^/v2/aggs/ticker/${TICKER}/range/1/day/${DATE}/${DATE}$`),
    params: { adjusted: /^true$/, sort: /^asc$/, limit: /^\d{1,4}$/ },
  },
  {
    host: /^api\.twelvedata\.com$/,
    path: /^\/time_series$/,
    params: {
      symbol: new RegExp(`^${TICKER}(,${TICKER}){0,19}$`),
      interval: /^1day$/,
      outputsize: /^\d{1,4}$/,
    },
  },
  {
    host: /^finnhub\.io$/,
    path: /^\/api\/v1\/quote$/,
    params: { symbol: new RegExp(`^${TICKER}$`), token: KEY },
  },
  {
    host: /^www\.alphavantage\.co$/,
    path: /^\/query$/,
    params: {
      function: /^TIME_SERIES_DAILY$/,
      symbol: new RegExp(`^${TICKER}$`),
      outputsize: /^compact$/,
      apikey: KEY,
    },
  },
  { host: /^www\.sec\.gov$/, path: /^\/files\/company_tickers_exchange\.json$/, params: {} },
  {
    host: /^www\.nasdaqtrader\.com$/,
    path: /^\/dynamic\/SymDir\/(nasdaqlisted|otherlisted)\.txt$/,
    params: {},
  },
];

/** Sources that take the reader's key in a header. */
const KEYED_HOST = /^api\.(tiingo|twelvedata|massive)\.com$/;

/** The hosts that PRIVACY.md tells the reader of: the only ones that may be asked. */
export const NAMED_HOSTS: readonly string[] = hostsNamedIn(
  readFileSync(new URL("../../../PRIVACY.md", import.meta.url), "utf8"),
);

/** Each host that a document names as code, once. */
function hostsNamedIn(text: string): string[] {
  return [...new Set([...text.matchAll(/`((?:[a-z0-9-]+\.)+[a-z]{2,})`/g)].map(([, host]) => host ?? ""))].sort();
}

/**
 * What is wrong with the requests that left: nothing, when all are bare
 * requests for tickers and lists to hosts that the reader was told of.
 */
export function faultsOf(requests: readonly OutgoingRequest[], namedHosts: readonly string[] = NAMED_HOSTS): string[] {
  return requests.flatMap(({ method, url, headers, body }) => {
    const faults: string[] = [];
    if (!namedHosts.includes(new URL(url).hostname)) faults.push("a host that PRIVACY.md does not name");
    if (!hasKnownShape(new URL(url))) faults.push("unknown shape");
    if (method !== "GET") faults.push(`method ${method}`);
    if (body !== null) faults.push("a body");
    for (const name of ["cookie", "referer"]) if (headers[name]) faults.push(`a ${name} header`);
    if (headers.authorization && !KEYED_HOST.test(new URL(url).host)) faults.push("an authorization header");
    return faults.map((fault) => `${fault}: ${url}`);
  });
}

function hasKnownShape(url: URL): boolean {
  const path = decodeURIComponent(url.pathname);
  return (
    url.protocol === "https:" &&
    SHAPES.some(
      (shape) =>
        shape.host.test(url.host) &&
        shape.path.test(path) &&
        [...url.searchParams].every(([name, value]) => shape.params[name]?.test(value)),
    )
  );
}
