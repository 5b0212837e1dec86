import * as z from "zod/mini";
import { fail, type Result } from "../domain/failure";
import { buildCloses } from "../domain/market/build-closes";
import type { Closes, LocalDate } from "../domain/market/closes";
import { sessionDates } from "../domain/market/judgement/session-dates";
import { createZone } from "../domain/market/local-clock";
import { exchangeOf, isUsListing, NEW_YORK } from "../domain/market/market";
import { BENCHMARK, isIndex, type Ticker } from "../domain/ticker";
import { yahooSpelling } from "../domain/yahoo-spelling";
import { listedOnce } from "./listed-once";
import { allFailed, type ClosesRequest, type Outcomes, type ProviderContext } from "./provider";
import { bodyOf, broken, parseJson, rateLimited, unixSeconds } from "./refusal";
import { isYahooRateLimit, YAHOO_HOST } from "./yahoo-chart";

/** A request for twenty-one tickers is refused. */
export const SPARK_BATCH = 20;

const stamps = z.array(unixSeconds);
const closes = z.array(z.nullable(z.number()));

/** One ticker's bars, from either form of reply. The granularity is a code (`5m`) in one and seconds in the other. */
const barsSchema = z.object({
  timestamp: z.nullish(stamps),
  close: z.nullish(closes),
  currency: z.nullish(z.string()),
  kind: z.nullish(z.string()),
  zone: z.nullish(z.string()),
  granularity: z.nullish(z.union([z.string(), z.number()])),
  /** The ticker that the bars belong to, as stated with them. */
  symbol: z.nullish(z.string()),
  at: z.nullish(unixSeconds),
  price: z.nullish(z.number()),
});
type Bars = z.infer<typeof barsSchema>;

/** `{ spark: { result: [ { symbol, response: [ … ] } ] } }`, documented for v7 and seen on v8. */
const listSchema = z.object({
  spark: z.object({
    result: z.nullish(
      z.array(
        z.object({
          symbol: z.string(),
          response: z.array(
            z.object({
              meta: z.object({
                symbol: z.nullish(z.string()),
                regularMarketTime: z.nullish(unixSeconds),
                regularMarketPrice: z.nullish(z.number()),
                currency: z.nullish(z.string()),
                instrumentType: z.nullish(z.string()),
                exchangeTimezoneName: z.nullish(z.string()),
                dataGranularity: z.nullish(z.string()),
              }),
              timestamp: z.nullish(stamps),
              indicators: z.optional(z.object({ quote: z.array(z.object({ close: z.nullish(closes) })) })),
            }),
          ),
        }),
      ),
    ),
  }),
});

/** `{ "A": { symbol, timestamp, close } }`, documented for v8 and seen on v7. */
const mapSchema = z.record(
  z.string(),
  z.object({
    symbol: z.string(),
    timestamp: z.nullish(stamps),
    close: z.nullish(closes),
    dataGranularity: z.nullish(z.union([z.string(), z.number()])),
  }),
);

/** A month of closes of up to twenty tickers in one request. */
export async function yahooSpark(
  request: ClosesRequest,
  { fetchText, now, signal }: ProviderContext,
): Promise<Outcomes> {
  const symbols = request.tickers.map((ticker) => encodeURIComponent(yahooSpelling(ticker))).join(",");
  const url = `https://${YAHOO_HOST}/v7/finance/spark?symbols=${symbols}&range=1mo&interval=1d`;
  const reply = bodyOf(await fetchText({ url, hosts: [YAHOO_HOST], signal }), "yahoo", now());
  if (!reply.ok) return allFailed(request, reply.failure);
  return readYahooSpark(request, reply.status, reply.body, now());
}

/**
 * Reads the bars of each ticker from a spark reply. A ticker that it leaves out is unknown, unless it also leaves out
 * the benchmark.
 */
export function readYahooSpark(request: ClosesRequest, status: number, body: string, fetchedAt: number): Outcomes {
  if (isYahooRateLimit(body)) return allFailed(request, rateLimited("yahoo", fetchedAt).failure);
  const found = barsBySpelling(parseJson(body));
  if (!found) {
    const reason = status === 200 ? "the reply is not a list of charts" : `status ${status}`;
    return allFailed(request, broken("yahoo", reason).failure);
  }
  if (request.tickers.includes(BENCHMARK) && !found.has(BENCHMARK))
    return allFailed(request, broken("yahoo", "the list lacks the S&P 500").failure);
  return new Map(
    request.tickers.map((ticker) => {
      const bars = found.get(yahooSpelling(ticker));
      return [
        ticker,
        bars ? closesOf(ticker, bars, fetchedAt, request.from) : fail({ kind: "unknown-ticker", ticker }),
      ];
    }),
  );
}

function barsBySpelling(reply: unknown): ReadonlyMap<string, Bars> | null {
  const list = listSchema.safeParse(reply);
  if (list.success) {
    return listedOnce(
      (list.data.spark.result ?? []).flatMap(({ symbol, response: [first] }): [string, Bars][] =>
        first
          ? [
              [
                symbol,
                {
                  timestamp: first.timestamp,
                  close: first.indicators && (first.indicators.quote[0]?.close ?? []),
                  currency: first.meta.currency,
                  kind: first.meta.instrumentType,
                  zone: first.meta.exchangeTimezoneName,
                  granularity: first.meta.dataGranularity,
                  symbol: first.meta.symbol,
                  at: first.meta.regularMarketTime,
                  price: first.meta.regularMarketPrice,
                },
              ],
            ]
          : [],
      ),
      {},
    );
  }
  const map = mapSchema.safeParse(reply);
  if (!map.success) return null;
  return new Map(
    Object.values(map.data).map(({ symbol, timestamp, close, dataGranularity }) => [
      symbol,
      { timestamp, close, granularity: dataGranularity },
    ]),
  );
}

function closesOf(ticker: Ticker, bars: Bars, fetchedAt: number, from: LocalDate): Result<Closes> {
  if (bars.symbol && bars.symbol.toUpperCase() !== yahooSpelling(ticker))
    return broken("yahoo", "the list holds another ticker's bars");
  if (bars.close === undefined) return broken("yahoo", "the list holds no closes");
  const zone = createZone(bars.zone ?? knownZone(ticker) ?? "");
  if (!zone) return broken("yahoo", "the time zone is not known");
  const times = bars.timestamp ?? [];
  const values = withoutSurplusNulls(bars.close ?? [], times.length);
  if (values.length !== times.length) return broken("yahoo", "dates and closes differ in number");
  if (times.some((stamp, at) => stamp < (times[at - 1] ?? 0))) return broken("yahoo", "the dates are out of order");
  const at = bars.at ? bars.at * 1000 : undefined;
  const dates = sessionDates(
    times.map((stamp) => stamp * 1000),
    zone,
    at,
  );
  if (mayBeIntraday(dates, bars.granularity)) return broken("yahoo", "the bars are not daily");
  const inPoints = bars.kind === "INDEX" && !isIndex(ticker);
  return buildCloses({
    ticker,
    currency: inPoints ? null : (bars.currency ?? (isUsListing(ticker) ? "USD" : null)),
    inPoints,
    zone: zone.name,
    bars: dates.map((date, place) => ({ date, close: values[place] ?? null })),
    splits: null,
    isSplitAdjusted: true,
    stated: { ...(at === undefined ? {} : { at }), ...(bars.price ? { price: bars.price } : {}) },
    provider: "yahoo",
    fetchedAt,
    from,
  });
}

/** A list of closes has been seen one null longer than its list of dates. */
function withoutSurplusNulls(values: readonly (number | null)[], length: number): readonly (number | null)[] {
  return values.slice(length).every((value) => value === null) ? values.slice(0, length) : values;
}

/**
 * Whether the bars may be of minutes. Daily bars have come with the granularity of minutes, so only the dates can tell,
 * and a single date tells nothing.
 */
function mayBeIntraday(dates: readonly string[], granularity: Bars["granularity"]): boolean {
  const perDate = new Map<string, number>();
  for (const date of dates) perDate.set(date, (perDate.get(date) ?? 0) + 1);
  if ([...perDate.values()].some((count) => count > 2)) return true;
  const isDaily = granularity === undefined || granularity === null || granularity === "1d" || granularity === 86_400;
  return !isDaily && dates.length > 0 && perDate.size < 2;
}

function knownZone(ticker: Ticker): string | undefined {
  return ticker === BENCHMARK ? NEW_YORK.zone : exchangeOf(ticker)?.zone;
}
