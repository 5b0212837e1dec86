import * as z from "zod/mini";
import { fail, type Result } from "../domain/failure";
import { buildCloses } from "../domain/market/build-closes";
import { addDays } from "../domain/market/calendar-day";
import type { Closes, Dividend, LocalDate, Split } from "../domain/market/closes";
import type { RawCloses, Stated } from "../domain/market/judgement/raw-closes";
import { sessionDating } from "../domain/market/judgement/session-dates";
import { createZone, type Zone } from "../domain/market/local-clock";
import { isIndex, type Ticker } from "../domain/ticker";
import { yahooSpelling } from "../domain/yahoo-spelling";
import { CATALOGUE } from "./catalogue";
import type { ClosesRequest, ProviderContext } from "./provider";
import { bodyOf, broken, parseJson, rateLimited, unixSeconds } from "./refusal";

/** The only host of Yahoo. */
export const [YAHOO_HOST] = CATALOGUE.yahoo.hosts;

const numbers = z.array(z.nullable(z.number()));
/** An instant in unix seconds, in the years 1900 to 2100: many shares are older than 1970. */
const firstTradeSeconds = z.number().check(z.gte(-2_208_988_800), z.lte(4_102_444_800));
const chartSchema = z.object({
  meta: z.object({
    symbol: z.string(),
    instrumentType: z.nullish(z.string()),
    currency: z.nullish(z.string()),
    exchangeTimezoneName: z.string(),
    dataGranularity: z.nullish(z.string()),
    regularMarketTime: z.nullish(unixSeconds),
    regularMarketPrice: z.nullish(z.number()),
    regularMarketChangePercent: z.nullish(z.number()),
    priceHint: z.nullish(z.number()),
    firstTradeDate: z.nullish(firstTradeSeconds),
    currentTradingPeriod: z.nullish(z.object({ regular: z.nullish(z.object({ end: unixSeconds })) })),
  }),
  timestamp: z.optional(z.array(unixSeconds)),
  events: z.nullish(
    z.object({
      // An error in a dividend must not cost us the closes. Null then, as nothing is known of the dividends.
      dividends: z.catch(
        z.nullish(
          z.record(z.string(), z.object({ date: unixSeconds, amount: z.number(), currency: z.nullish(z.string()) })),
        ),
        null,
      ),
      splits: z.optional(
        z.record(z.string(), z.object({ date: unixSeconds, numerator: z.number(), denominator: z.number() })),
      ),
    }),
  ),
  indicators: z.object({ quote: z.array(z.object({ close: z.optional(numbers), volume: z.optional(numbers) })) }),
});
type Chart = z.infer<typeof chartSchema>;

const replySchema = z.object({
  chart: z.object({
    result: z.nullish(z.array(chartSchema)),
    error: z.nullish(z.object({ code: z.string(), description: z.nullish(z.string()) })),
  }),
});

/** Whether a body is Yahoo's refusal of too many requests, which has come with other statuses than 429, and as JSON. */
export function isYahooRateLimit(body: string): boolean {
  return /^(Edge: )?Too Many Requests|"code": ?"Too Many Requests"/.test(body);
}

/** The closes of one ticker from Yahoo's chart. A year takes one request, just as a day does. */
export async function yahooChart(
  ticker: Ticker,
  { from, to }: Pick<ClosesRequest, "from" | "to">,
  { fetchText, now, signal }: ProviderContext,
): Promise<Result<Closes>> {
  const seconds = (date: string) => Date.parse(`${date}T00:00:00Z`) / 1000;
  // The end is exclusive and in UTC. Two days later includes the evening of the last day, wherever the exchange is.
  const period = `period1=${seconds(from)}&period2=${seconds(addDays(to, 2))}`;
  const url = `https://${YAHOO_HOST}/v8/finance/chart/${encodeURIComponent(yahooSpelling(ticker))}?${period}&interval=1d&events=div%7Csplit&includePrePost=false`;
  const reply = bodyOf(await fetchText({ url, hosts: [YAHOO_HOST], signal }), "yahoo", now());
  if (!reply.ok) return reply;
  return readYahooChart(ticker, reply.status, reply.body, now(), from, reply.sentAt);
}

/**
 * Reads the ticker's daily closes from a chart reply. The body is read before the status, because a "Not Found" has
 * come with 200.
 */
export function readYahooChart(
  ticker: Ticker,
  status: number,
  body: string,
  fetchedAt: number,
  from?: LocalDate,
  sentAt?: number,
): Result<Closes> {
  if (isYahooRateLimit(body)) return rateLimited("yahoo", fetchedAt);
  const parsed = replySchema.safeParse(parseJson(body));
  if (!parsed.success) return broken("yahoo", status === 200 ? "the reply is not a chart" : `status ${status}`);
  const { result, error } = parsed.data.chart;
  if (error?.code === "Not Found") return fail({ kind: "unknown-ticker", ticker });
  // It knows the ticker, but has no close in the period.
  if (error?.description?.startsWith("Data doesn't exist")) return fail({ kind: "not-found", ticker });
  if (error) return broken("yahoo", error.code);
  const chart = result?.[0];
  if (!chart) return broken("yahoo", "the reply holds no chart");
  return closesOf(chart, ticker, { fetchedAt, ...(from ? { from } : {}), ...(sentAt === undefined ? {} : { sentAt }) });
}

function closesOf(
  { meta, timestamp, indicators, events }: Chart,
  ticker: Ticker,
  asked: Pick<RawCloses, "fetchedAt" | "from" | "sentAt">,
): Result<Closes> {
  if (meta.symbol.toUpperCase() !== yahooSpelling(ticker)) return broken("yahoo", "the reply is of another ticker");
  if ((meta.dataGranularity ?? "1d") !== "1d") return broken("yahoo", "the bars are not daily");
  const zone = createZone(meta.exchangeTimezoneName);
  if (!zone) return broken("yahoo", "the time zone does not exist");
  const [{ close = [], volume = [] } = {}] = indicators.quote;
  const stamps = timestamp ?? [];
  if (stamps.length !== close.length) return broken("yahoo", "dates and closes differ in number");
  if (stamps.some((stamp, at) => stamp < (stamps[at - 1] ?? 0))) return broken("yahoo", "the dates are out of order");
  const stated = statedIn(meta, zone);
  const inMs = stamps.map((stamp) => stamp * 1000);
  const dateOf = sessionDating(inMs, zone, stated.at);
  // Not every index has a caret in its ticker; those are in points and pay nothing, too.
  const isOtherIndex = meta.instrumentType === "INDEX" && !isIndex(ticker);
  const dividends = isOtherIndex ? null : dividendsOf(events, meta.currency, dateOf);
  return buildCloses({
    ticker,
    currency: isOtherIndex ? null : (meta.currency ?? null),
    inPoints: isOtherIndex,
    zone: zone.name,
    bars: inMs.map((stamp, at) => ({ date: dateOf(stamp), close: close[at] ?? null, volume: volume[at] ?? null })),
    splits: splitsOf(events, dateOf),
    ...(dividends ? { dividends } : {}),
    isSplitAdjusted: true,
    stated,
    provider: "yahoo",
    ...asked,
  });
}

/** Null if one cannot be read, or is paid in another currency than that of the closes. */
function dividendsOf(
  events: Chart["events"],
  currency: string | null | undefined,
  dateOf: (stamp: number) => LocalDate,
): Dividend[] | null {
  const told = events?.dividends === null ? null : Object.values(events?.dividends ?? {});
  if (!told?.every((one) => (one.currency ?? currency) === currency)) return null;
  return told.map(({ date, amount }) => ({ date: dateOf(date * 1000), amount }));
}

function splitsOf(events: Chart["events"], dateOf: (stamp: number) => LocalDate): Split[] {
  return Object.values(events?.splits ?? {}).map(({ date, numerator, denominator }) => ({
    date: dateOf(date * 1000),
    numerator,
    denominator,
  }));
}

/** What a chart states about itself: its price and change are used to doubt its bars (requirement T1). */
function statedIn(meta: Chart["meta"], zone: Zone): Stated {
  const { regularMarketTime, regularMarketPrice, regularMarketChangePercent, priceHint, firstTradeDate } = meta;
  const end = meta.currentTradingPeriod?.regular?.end;
  return {
    ...(regularMarketTime ? { at: regularMarketTime * 1000 } : {}),
    ...(regularMarketPrice ? { price: regularMarketPrice } : {}),
    ...(typeof regularMarketChangePercent === "number" ? { change: regularMarketChangePercent / 100 } : {}),
    ...(end === undefined ? {} : { sessionEnds: zone.timeOf(end * 1000), sessionEndsOn: zone.dateOf(end * 1000) }),
    ...(isDecimals(priceHint) ? { priceHint } : {}),
    ...(firstTradeDate ? { firstTraded: zone.dateOf(firstTradeDate * 1000) } : {}),
  };
}

function isDecimals(count: number | null | undefined): count is number {
  return typeof count === "number" && Number.isInteger(count) && count >= 0 && count <= 6;
}
