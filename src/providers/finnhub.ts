import * as z from "zod/mini";
import { fail, type Result } from "../domain/failure";
import { buildCloses } from "../domain/market/build-closes";
import type { Closes, LocalDate } from "../domain/market/closes";
import { NEW_YORK } from "../domain/market/market";
import { createTradingDays } from "../domain/market/trading-day";
import type { Ticker } from "../domain/ticker";
import { CATALOGUE } from "./catalogue";
import { createProvider, oneByOne } from "./provider";
import { bodyOf, broken, parseJson, refused, unixSeconds } from "./refusal";

const [HOST] = CATALOGUE.finnhub.hosts;

/**
 * `c`: current price; `pc`: close of the trading day before; `t`: time of `c` in unix seconds. The changes that it also
 * states are not read.
 */
const quoteSchema = z.object({ c: z.number(), pc: z.number(), t: unixSeconds });
/** New York's closing auctions are over this long after the close. */
const LATEST_CLOSING_PRICE_MS = 15 * 60_000;
const errorSchema = z.object({ error: z.string() });

/**
 * Finnhub, with the reader's key: the latest two closes of US listings, and SPY as the benchmark. The free plan has no
 * history.
 */
export const finnhub = createProvider("finnhub", {
  batch: 1,
  spacingMs: 250,
  closes: (request, { fetchText, now, key, signal }) =>
    oneByOne(request, async (ticker) => {
      const url = `https://${HOST}/api/v1/quote?symbol=${encodeURIComponent(ticker)}&token=${encodeURIComponent(key ?? "")}`;
      const reply = bodyOf(await fetchText({ url, hosts: [HOST], signal }), "finnhub", now());
      return reply.ok ? readFinnhub(ticker, reply.status, reply.body, now(), request.from) : reply;
    }),
});

/** Reads a quote: the close of the day of `t`, once it is settled, and the close of the trading day before. */
export function readFinnhub(
  ticker: Ticker,
  status: number,
  body: string,
  fetchedAt: number,
  from?: LocalDate,
): Result<Closes> {
  const json = parseJson(body);
  const error = errorSchema.safeParse(json);
  if (status === 401) return fail({ kind: "key-refused", provider: "finnhub" });
  if (error.success) return refused(error.data.error, "finnhub", ticker, fetchedAt);
  const quote = quoteSchema.safeParse(json);
  if (status !== 200 || !quote.success)
    return broken("finnhub", status === 200 ? "the reply is not a quote" : `status ${status}`);
  const { c, pc, t } = quote.data;
  if (c === 0 && pc === 0 && t === 0) return fail({ kind: "unknown-ticker", ticker });
  const days = createTradingDays(NEW_YORK);
  const date = days?.dateOf(t * 1000);
  if (!days || !date || !days.expects(date) || date > days.dateOf(fetchedAt))
    return broken("finnhub", "the quote is not of a trading day");
  // Before the close, `c` is a running price, and long after it, one of after-hours trading. Only in between is it the
  // close.
  const sinceClose = t * 1000 - days.closedAt(date);
  const isClosingPrice = sinceClose >= 0 && sinceClose <= LATEST_CLOSING_PRICE_MS;
  return buildCloses({
    ticker,
    currency: "USD",
    zone: NEW_YORK.zone,
    bars: [{ date: days.previous(date), close: pc }, ...(isClosingPrice ? [{ date, close: c }] : [])],
    splits: null,
    isSplitAdjusted: false,
    provider: "finnhub",
    fetchedAt,
    ...(from ? { from } : {}),
  });
}
