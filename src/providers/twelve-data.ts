import * as z from "zod/mini";
import { fail, type Result } from "../domain/failure";
import { buildCloses } from "../domain/market/build-closes";
import { daysBetween } from "../domain/market/calendar-day";
import type { Closes } from "../domain/market/closes";
import { NEW_YORK } from "../domain/market/market";
import type { Ticker } from "../domain/ticker";
import { CATALOGUE } from "./catalogue";
import { allFailed, type ClosesRequest, createProvider, type Outcomes } from "./provider";
import { bodyOf, broken, parseJson, rateLimited, refused, statedBy } from "./refusal";

const [HOST] = CATALOGUE["twelve-data"].hosts;

/** Each ticker of a batch costs one of the eight credits that a minute has. */
const BATCH = 8;

const errorSchema = z.object({ code: z.number(), message: z.string(), status: z.literal("error") });
const seriesSchema = z.object({
  meta: z.object({
    symbol: z.string(),
    interval: z.literal("1day"),
    currency: z.optional(z.string()),
    exchange_timezone: z.optional(z.string()),
  }),
  values: z.array(z.object({ datetime: z.string(), close: z.string() })),
});

/** Twelve Data, with the reader's key: US listings in batches, and SPY as the benchmark. */
export const twelveData = createProvider("twelve-data", {
  batch: BATCH,
  spacingMs: 250,
  closes: async (request, { fetchText, now, key, signal }) => {
    const symbols = request.tickers.map(encodeURIComponent).join(",");
    const bars = Math.ceil((daysBetween(request.from, request.to) * 5) / 7) + 1;
    const url = `https://${HOST}/time_series?symbol=${symbols}&interval=1day&outputsize=${bars}`;
    const headers = { Authorization: `apikey ${key ?? ""}` };
    const reply = bodyOf(await fetchText({ url, hosts: [HOST], headers, signal }), "twelve-data", now());
    return reply.ok ? readTwelveData(request, reply.body, now(), reply.sentAt) : allFailed(request, reply.failure);
  },
});

/**
 * Reads the series of each ticker. If one ticker was asked for, the reply is its series; otherwise it has a series or
 * an error under each ticker.
 */
export function readTwelveData(request: ClosesRequest, body: string, fetchedAt: number, sentAt?: number): Outcomes {
  const json = parseJson(body);
  if (typeof json !== "object" || json === null) return allFailed(request, broken("twelve-data", "no JSON").failure);
  const isOne = request.tickers.length === 1 || errorSchema.safeParse(json).success;
  const byTicker = new Map(Object.entries(json));
  const seriesOf = (ticker: Ticker) => (isOne ? json : byTicker.get(ticker));
  return new Map(
    request.tickers.map((ticker) => [ticker, readSeries(ticker, seriesOf(ticker), fetchedAt, sentAt)] as const),
  );
}

function readSeries(ticker: Ticker, json: unknown, fetchedAt: number, sentAt: number | undefined): Result<Closes> {
  const error = errorSchema.safeParse(json);
  if (error.success) return refusalOf(error.data, ticker, fetchedAt);
  const parsed = seriesSchema.safeParse(json);
  if (!parsed.success) return broken("twelve-data", "the reply is not a series");
  const { meta, values } = parsed.data;
  if (meta.symbol !== ticker) return broken("twelve-data", "the reply is of another ticker");
  return buildCloses({
    ticker,
    currency: meta.currency ?? "USD",
    zone: meta.exchange_timezone ?? NEW_YORK.zone,
    // Newest first; of two with the same date, the first is newer.
    bars: values
      .toReversed()
      .map(({ datetime, close }) => ({ date: datetime, close: close.trim() === "" ? null : Number(close) })),
    splits: null,
    isSplitAdjusted: true,
    ...statedBy(sentAt),
    provider: "twelve-data",
    fetchedAt,
  });
}

/**
 * The failure of an error. Entitlement is checked first, because a ticker outside the plan is also refused as "not
 * found".
 */
function refusalOf({ code, message }: z.infer<typeof errorSchema>, ticker: Ticker, now: number): Result<Closes> {
  const inWords = refused(message, "twelve-data", ticker, now);
  if (inWords.failure.kind === "not-entitled") return inWords;
  if (code === 401) return fail({ kind: "key-refused", provider: "twelve-data" });
  if (code === 403) return fail({ kind: "not-entitled", provider: "twelve-data", ticker });
  if (code === 429) return rateLimited("twelve-data", now, message.includes("for the day") ? untilMidnight(now) : null);
  if (code === 404) return fail({ kind: "unknown-ticker", ticker });
  if (code === 400 && message.startsWith("No data is available")) return fail({ kind: "not-found", ticker });
  return inWords;
}

/** The daily credits come back at midnight, UTC. */
function untilMidnight(now: number): number {
  return 86_400_000 - (now % 86_400_000);
}
