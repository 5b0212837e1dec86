import * as z from "zod/mini";
import { fail, type Result } from "../domain/failure";
import { buildCloses } from "../domain/market/build-closes";
import type { Closes } from "../domain/market/closes";
import type { RawCloses, Stated } from "../domain/market/judgement/raw-closes";
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

/** What the list says of one ticker beside its bars. The other form of reply says only the granularity, in seconds. */
const metaSchema = z.object({
  symbol: z.nullish(z.string()),
  regularMarketTime: z.nullish(unixSeconds),
  regularMarketPrice: z.nullish(z.number()),
  regularMarketChangePercent: z.nullish(z.number()),
  currency: z.nullish(z.string()),
  instrumentType: z.nullish(z.string()),
  exchangeTimezoneName: z.nullish(z.string()),
  dataGranularity: z.nullish(z.union([z.string(), z.number()])),
});

/** One ticker's bars, from either form of reply; `close` is undefined if the reply has no place for them. */
interface Bars {
  readonly timestamp?: readonly number[] | null | undefined;
  readonly close?: readonly (number | null)[] | null | undefined;
  readonly meta: z.infer<typeof metaSchema>;
}

/** `{ spark: { result: [ { symbol, response: [ … ] } ] } }`, documented for v7 and seen on v8. */
const listSchema = z.object({
  spark: z.object({
    result: z.nullish(
      z.array(
        z.object({
          symbol: z.string(),
          response: z.array(
            z.object({
              meta: metaSchema,
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
  return readYahooSpark(request, reply.status, reply.body, now(), reply.sentAt);
}

/**
 * Reads the bars of each ticker from a spark reply. A ticker that it leaves out is unknown, unless it also leaves out
 * the benchmark.
 */
export function readYahooSpark(
  request: ClosesRequest,
  status: number,
  body: string,
  fetchedAt: number,
  sentAt?: number,
): Outcomes {
  if (isYahooRateLimit(body)) return allFailed(request, rateLimited("yahoo", fetchedAt).failure);
  const found = barsBySpelling(parseJson(body));
  if (!found) {
    const reason = status === 200 ? "the reply is not a list of charts" : `status ${status}`;
    return allFailed(request, broken("yahoo", reason).failure);
  }
  if (request.tickers.includes(BENCHMARK) && !found.has(BENCHMARK))
    return allFailed(request, broken("yahoo", "the list lacks the S&P 500").failure);
  const asked = { from: request.from, fetchedAt, ...(sentAt === undefined ? {} : { sentAt }) };
  return new Map(
    request.tickers.map((ticker) => {
      const bars = found.get(yahooSpelling(ticker));
      return [ticker, bars ? closesOf(ticker, bars, asked) : fail({ kind: "unknown-ticker", ticker })];
    }),
  );
}

function barsBySpelling(reply: unknown): ReadonlyMap<string, Bars> | null {
  const list = listSchema.safeParse(reply);
  if (list.success) {
    return listedOnce(
      (list.data.spark.result ?? []).flatMap(({ symbol, response: [first] }): [string, Bars][] => {
        if (!first) return [];
        const { meta, timestamp, indicators } = first;
        return [[symbol, { timestamp, close: indicators && (indicators.quote[0]?.close ?? []), meta }]];
      }),
      { meta: {} },
    );
  }
  const map = mapSchema.safeParse(reply);
  if (!map.success) return null;
  return new Map(
    Object.values(map.data).map(({ symbol, timestamp, close, dataGranularity }) => [
      symbol,
      { timestamp, close, meta: { dataGranularity } },
    ]),
  );
}

function closesOf(
  ticker: Ticker,
  { timestamp, close, meta }: Bars,
  asked: Pick<RawCloses, "fetchedAt" | "from" | "sentAt">,
): Result<Closes> {
  if (meta.symbol && meta.symbol.toUpperCase() !== yahooSpelling(ticker))
    return broken("yahoo", "the list holds another ticker's bars");
  if (close === undefined) return broken("yahoo", "the list holds no closes");
  const zone = createZone(meta.exchangeTimezoneName ?? knownZone(ticker) ?? "");
  if (!zone) return broken("yahoo", "the time zone is not known");
  const times = timestamp ?? [];
  const values = withoutSurplusNulls(close ?? [], times.length);
  if (values.length !== times.length) return broken("yahoo", "dates and closes differ in number");
  if (times.some((stamp, at) => stamp < (times[at - 1] ?? 0))) return broken("yahoo", "the dates are out of order");
  const stated = statedIn(meta);
  const dates = sessionDates(
    times.map((stamp) => stamp * 1000),
    zone,
    stated.at,
  );
  if (mayBeIntraday(dates, meta.dataGranularity)) return broken("yahoo", "the bars are not daily");
  const inPoints = meta.instrumentType === "INDEX" && !isIndex(ticker);
  return buildCloses({
    ticker,
    currency: inPoints ? null : (meta.currency ?? (isUsListing(ticker) ? "USD" : null)),
    inPoints,
    zone: zone.name,
    bars: dates.map((date, place) => ({ date, close: values[place] ?? null })),
    splits: null,
    isSplitAdjusted: true,
    stated,
    provider: "yahoo",
    ...asked,
  });
}

function statedIn({ regularMarketTime, regularMarketPrice, regularMarketChangePercent }: Bars["meta"]): Stated {
  return {
    ...(regularMarketTime ? { at: regularMarketTime * 1000 } : {}),
    ...(regularMarketPrice ? { price: regularMarketPrice } : {}),
    ...(typeof regularMarketChangePercent === "number" ? { change: regularMarketChangePercent / 100 } : {}),
  };
}

/** A list of closes has been seen one null longer than its list of dates. */
function withoutSurplusNulls(values: readonly (number | null)[], length: number): readonly (number | null)[] {
  return values.slice(length).every((value) => value === null) ? values.slice(0, length) : values;
}

/**
 * Whether the bars may be of minutes. Daily bars have come with the granularity of minutes, so only the dates can tell,
 * and a single date tells nothing.
 */
function mayBeIntraday(dates: readonly string[], granularity: Bars["meta"]["dataGranularity"]): boolean {
  const perDate = new Map<string, number>();
  for (const date of dates) perDate.set(date, (perDate.get(date) ?? 0) + 1);
  if ([...perDate.values()].some((count) => count > 2)) return true;
  const isDaily = granularity === undefined || granularity === null || granularity === "1d" || granularity === 86_400;
  return !isDaily && dates.length > 0 && perDate.size < 2;
}

function knownZone(ticker: Ticker): string | undefined {
  return ticker === BENCHMARK ? NEW_YORK.zone : exchangeOf(ticker)?.zone;
}
