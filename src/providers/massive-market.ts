import * as z from "zod/mini";
import { fail, ok, type Result } from "../domain/failure";
import { buildCloses } from "../domain/market/build-closes";
import type { LocalDate } from "../domain/market/closes";
import { NEW_YORK } from "../domain/market/market";
import { createTradingDays, type TradingDays } from "../domain/market/trading-day";
import type { Ticker } from "../domain/ticker";
import { askMassive, MASSIVE_HOST, massiveRefusal, mayBeTooEarly } from "./massive-request";
import { allFailed, type ClosesRequest, type Outcomes, type ProviderContext } from "./provider";
import { bodyOf, broken, epochMs, parseJson } from "./refusal";

/** The closes of all US tickers on one day. */
type MarketDay = Readonly<Record<Ticker, number>>;

const groupedSchema = z.object({
  resultsCount: z.number(),
  adjusted: z.optional(z.boolean()),
  results: z.optional(z.array(z.object({ T: z.string(), c: z.number(), t: epochMs }))),
});

/** Kept until the day is over, because a split may change all earlier closes tomorrow. */
const keptSchema = z.object({ asOf: z.string(), days: z.record(z.string(), z.record(z.string(), z.number())) });
const KEPT = "massive-market";

/** How many days are tried: the latest one due, and earlier ones if that is refused or was a holiday. */
const MOST_DAYS_TRIED = 4;

/** Closes of the last two trading days for any number of US tickers: two requests a day, whatever the list. */
export async function massiveMarket(request: ClosesRequest, context: ProviderContext): Promise<Outcomes> {
  const days = createTradingDays(NEW_YORK);
  if (!days) return allFailed(request, { kind: "no-answer" });
  const found = new Map<LocalDate, MarketDay>();
  let date = days.latestDue(context.now());
  for (let tried = 0; tried < MOST_DAYS_TRIED && found.size < 2; tried += 1) {
    const day = await marketDay(date, days, context);
    if (day.ok && Object.keys(day.value).length > 0) found.set(date, day.value);
    // Only the latest day may be refused for being too early. Any other refusal is final.
    else if (!day.ok && !(mayBeTooEarly(day.failure) && tried === 0)) return allFailed(request, day.failure);
    date = days.previous(date);
  }
  return new Map(
    request.tickers.map((ticker) => {
      const bars = [...found].flatMap(([date, day]) =>
        Object.hasOwn(day, ticker) ? [{ date, close: day[ticker] ?? null }] : [],
      );
      if (bars.length === 0) return [ticker, fail({ kind: "unknown-ticker", ticker })];
      const raw = { ticker, currency: "USD", zone: NEW_YORK.zone, bars, splits: null, isSplitAdjusted: true } as const;
      return [ticker, buildCloses({ ...raw, provider: "massive", fetchedAt: context.now() })];
    }),
  );
}

async function marketDay(date: LocalDate, days: TradingDays, context: ProviderContext): Promise<Result<MarketDay>> {
  const asOf = days.dateOf(context.now());
  const stored = keptSchema.safeParse(await context.keep.get(KEPT));
  const kept = stored.success && stored.data.asOf === asOf ? stored.data.days : {};
  if (kept[date]) return ok(kept[date]);
  const url = `https://${MASSIVE_HOST}/v2/aggs/grouped/locale/us/market/stocks/${date}?adjusted=true`;
  const reply = bodyOf(await askMassive(url, context), "massive", context.now());
  if (!reply.ok) return reply;
  // By the host's own clock, the session is not over: the reader's is ahead.
  if (reply.sentAt !== undefined && reply.sentAt < days.closedAt(date)) return fail({ kind: "not-found", ticker: "" });
  const day = readMassiveDay(date, reply.status, reply.body, context.now());
  // A day without any close may be one whose figures are not there yet, so it is not kept.
  if (day.ok && Object.keys(day.value).length > 0)
    await context.keep.set(KEPT, { asOf, days: { ...kept, [date]: day.value } });
  return day;
}

/** Reads the closes of one day; there are none on a holiday. */
export function readMassiveDay(date: LocalDate, status: number, body: string, now: number): Result<MarketDay> {
  const json = parseJson(body);
  const refusal = massiveRefusal(json, status, "", now);
  if (refusal) return refusal;
  const parsed = groupedSchema.safeParse(json);
  const days = createTradingDays(NEW_YORK);
  if (!parsed.success || !days) return broken("massive", "the reply is not a market's day");
  if (parsed.data.adjusted === false) return broken("massive", "the closes are not adjusted for splits");
  const results = parsed.data.results ?? [];
  if (results.some(({ t }) => days.dateOf(t) !== date)) return broken("massive", "the reply is of another day");
  const closes = new Map(results.map(({ T, c }) => [T, c]));
  // Of a ticker with two closes nobody knows which is right.
  for (const { T, c } of results) if (closes.get(T) !== c) closes.delete(T);
  return ok(Object.fromEntries(closes));
}
