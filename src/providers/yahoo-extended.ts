import * as z from "zod/mini";
import { ok, type Result } from "../domain/failure";
import type { ExtendedTrading } from "../domain/market/after-hours";
import type { Ticker } from "../domain/ticker";
import { yahooSpelling } from "../domain/yahoo-spelling";
import type { ProviderContext } from "./provider";
import { bodyOf, broken, parseJson, rateLimited, unixSeconds } from "./refusal";
import { isYahooRateLimit, YAHOO_HOST } from "./yahoo-chart";

const period = z.object({ start: unixSeconds, end: unixSeconds });
const replySchema = z.object({
  chart: z.object({
    result: z.array(
      z.object({
        meta: z.object({
          symbol: z.string(),
          currency: z.nullish(z.string()),
          dataGranularity: z.literal("1m"),
          hasPrePostMarketData: z.literal(true),
          /** By day; with the extended sessions left out it is a list of regular ones. */
          tradingPeriods: z.object({ post: z.array(z.array(period)) }),
          regularMarketTime: z.nullish(unixSeconds),
          regularMarketPrice: z.nullish(z.number()),
        }),
        timestamp: z.optional(z.array(unixSeconds)),
        indicators: z.object({ quote: z.array(z.object({ close: z.optional(z.array(z.nullable(z.number()))) })) }),
      }),
    ),
  }),
});

/** Trading between two instants (epoch milliseconds) minute by minute, the extended sessions included. */
export async function yahooExtended(
  ticker: Ticker,
  { from, to }: { readonly from: number; readonly to: number },
  { fetchText, now, signal }: Pick<ProviderContext, "fetchText" | "now" | "signal">,
): Promise<Result<ExtendedTrading>> {
  const seconds = `period1=${Math.floor(from / 1000)}&period2=${Math.ceil(to / 1000)}`;
  const url = `https://${YAHOO_HOST}/v8/finance/chart/${encodeURIComponent(yahooSpelling(ticker))}?${seconds}&interval=1m&includePrePost=true`;
  const reply = bodyOf(await fetchText({ url, hosts: [YAHOO_HOST], signal }), "yahoo", now());
  return reply.ok ? readYahooExtended(ticker, reply.body, now()) : reply;
}

/** Reads such a reply. Fails with `source-broken` if it names no extended session or is of another ticker. */
export function readYahooExtended(ticker: Ticker, body: string, fetchedAt: number): Result<ExtendedTrading> {
  if (isYahooRateLimit(body)) return rateLimited("yahoo", fetchedAt);
  const parsed = replySchema.safeParse(parseJson(body));
  const [chart] = parsed.data?.chart.result ?? [];
  if (!chart) return broken("yahoo", "the reply names no extended session");
  const { meta, timestamp = [], indicators } = chart;
  if (meta.symbol.toUpperCase() !== yahooSpelling(ticker)) return broken("yahoo", "the reply is of another ticker");
  const close = indicators.quote[0]?.close ?? [];
  if (timestamp.length !== close.length) return broken("yahoo", "dates and prices differ in number");
  const { regularMarketTime: at, regularMarketPrice: price } = meta;
  return ok({
    ticker,
    currency: meta.currency ?? null,
    periods: meta.tradingPeriods.post.flat().map(({ start, end }) => ({ start: start * 1000, end: end * 1000 })),
    trades: timestamp
      .flatMap((stamp, index) => {
        const paid = close[index];
        return typeof paid === "number" ? [{ at: stamp * 1000, price: paid }] : [];
      })
      .sort((one, other) => one.at - other.at),
    regular: at && price ? { at: at * 1000, price } : null,
  });
}
