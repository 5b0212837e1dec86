import * as z from "zod/mini";
import { fail, type Result } from "../domain/failure";
import { buildCloses } from "../domain/market/build-closes";
import { addDays } from "../domain/market/calendar-day";
import type { Closes, LocalDate } from "../domain/market/closes";
import { sessionDates } from "../domain/market/judgement/session-dates";
import { createZone } from "../domain/market/local-clock";
import { NEW_YORK } from "../domain/market/market";
import type { Ticker } from "../domain/ticker";
import { massiveMarket } from "./massive-market";
import { askMassive, MASSIVE_HOST, massiveRefusal, mayBeTooEarly } from "./massive-request";
import { type ClosesRequest, createProvider, oneByOne, type ProviderContext } from "./provider";
import { bodyOf, broken, epochMs, parseJson, statedBy } from "./refusal";

const replySchema = z.object({
  ticker: z.optional(z.string()),
  adjusted: z.optional(z.boolean()),
  results: z.nullish(z.array(z.object({ c: z.number(), t: epochMs }))),
});

/**
 * Massive (Polygon.io until 2025), with the reader's key: the whole US market of a day in one request, and SPY as the
 * benchmark.
 */
export const massive = createProvider("massive", {
  batch: 1_000,
  // The free plan allows five requests a minute at any distance, and the first card should not wait for the fourth of
  // them.
  spacingMs: 250,
  closes: (request, context) =>
    request.tickers.length > 1
      ? massiveMarket(request, context)
      : oneByOne(request, (ticker) => history(ticker, request, context)),
});

async function history(ticker: Ticker, { from, to }: ClosesRequest, context: ProviderContext): Promise<Result<Closes>> {
  const upTo = async (end: LocalDate) => {
    const url = `https://${MASSIVE_HOST}/v2/aggs/ticker/${encodeURIComponent(ticker)}/range/1/day/${from}/${end}?adjusted=true&sort=asc&limit=5000`;
    return bodyOf(await askMassive(url, context), "massive", context.now());
  };
  // In New York's evening, `to` is a day ahead.
  const today = createZone(NEW_YORK.zone)?.dateOf(context.now()) ?? to;
  const last = to < today ? to : today;
  const first = await upTo(last);
  const refusal = first.ok && massiveRefusal(parseJson(first.body), first.status, ticker, context.now());
  const reply = refusal && mayBeTooEarly(refusal.failure) ? await upTo(addDays(last, -1)) : first;
  return reply.ok ? readMassiveHistory(ticker, reply.status, reply.body, context.now(), from, reply.sentAt) : reply;
}

/** Reads a reply of daily bars, which have the time stamp of New York's midnight, in milliseconds. */
export function readMassiveHistory(
  ticker: Ticker,
  status: number,
  body: string,
  fetchedAt: number,
  from?: LocalDate,
  sentAt?: number,
): Result<Closes> {
  const json = parseJson(body);
  const refusal = massiveRefusal(json, status, ticker, fetchedAt);
  if (refusal) return refusal;
  const parsed = replySchema.safeParse(json);
  const zone = createZone(NEW_YORK.zone);
  if (!parsed.success || !zone) return broken("massive", "the reply is not a history");
  if (parsed.data.ticker !== undefined && parsed.data.ticker !== ticker)
    return broken("massive", "the reply is of another ticker");
  if (parsed.data.adjusted === false) return broken("massive", "the closes are not adjusted for splits");
  const results = parsed.data.results ?? [];
  if (results.length === 0) return fail({ kind: "unknown-ticker", ticker });
  const inOrder = results.toSorted((a, b) => a.t - b.t);
  const dates = sessionDates(
    inOrder.map(({ t }) => t),
    zone,
    undefined,
  );
  return buildCloses({
    ticker,
    currency: "USD",
    zone: zone.name,
    bars: inOrder.map(({ c }, at) => ({ date: dates[at] ?? "", close: c })),
    splits: null,
    isSplitAdjusted: true,
    ...statedBy(sentAt),
    provider: "massive",
    fetchedAt,
    ...(from ? { from } : {}),
  });
}
