import * as z from "zod/mini";
import { fail, type Result } from "../domain/failure";
import { buildCloses } from "../domain/market/build-closes";
import type { Closes, LocalDate } from "../domain/market/closes";
import { NEW_YORK } from "../domain/market/market";
import { BENCHMARK, type Ticker } from "../domain/ticker";
import { CATALOGUE } from "./catalogue";
import { createProvider, oneByOne } from "./provider";
import { bodyOf, broken, parseJson } from "./refusal";

const HOSTS = CATALOGUE.cboe.hosts;

/** Cboe gives the quotes of US exchanges a quarter of an hour late. */
const DELAY_MS = 15 * 60_000;

/** Numbers come as numbers or as text. */
const figure = z.union([z.number(), z.string()]);
const replySchema = z.object({
  /** When the file was written, in UTC; its prices are older by the delay. */
  timestamp: z.optional(z.string()),
  symbol: z.optional(z.string()),
  data: z.array(z.object({ date: z.string(), close: z.nullish(figure) })),
});

/** Cboe's delayed quotes, without a key: US stocks, funds and the S&P 500 index. One file has the whole history. */
export const cboe = createProvider("cboe", {
  batch: 1,
  spacingMs: 750,
  closes: (request, { fetchText, now, signal }) =>
    oneByOne(request, async (ticker) => {
      const url = `https://${HOSTS[0]}/api/global/delayed_quotes/charts/historical/${encodeURIComponent(spelling(ticker))}.json`;
      const reply = bodyOf(await fetchText({ url, hosts: HOSTS, signal }), "cboe", now());
      return reply.ok ? readCboe(ticker, reply.status, reply.body, request.from, now()) : reply;
    }),
});

/** Reads the ticker's closes since `from` from a history file. */
export function readCboe(
  ticker: Ticker,
  status: number,
  body: string,
  from: LocalDate,
  fetchedAt: number,
): Result<Closes> {
  if (status === 403 || status === 404) return fail({ kind: "unknown-ticker", ticker });
  if (body === "") return broken("cboe", "the reply is empty");
  const parsed = replySchema.safeParse(parseJson(body));
  if (!parsed.success) return broken("cboe", status === 200 ? "the reply is not a history" : `status ${status}`);
  const { symbol, data, timestamp = "" } = parsed.data;
  if (symbol !== undefined && symbol !== spelling(ticker)) return broken("cboe", "the reply is of another ticker");
  const rows = data.map(({ date, close }) => ({
    date,
    close: close === null || close === undefined ? null : Number(close),
  }));
  // Days from before the listing have rows of zero.
  const listed = rows.findIndex(({ close }) => close !== 0);
  const at = Date.parse(`${timestamp.replace(" ", "T")}Z`);
  return buildCloses({
    ticker,
    currency: "USD",
    zone: NEW_YORK.zone,
    bars: rows.slice(Math.max(0, listed)).filter(({ date }) => date >= from),
    splits: null,
    isSplitAdjusted: false,
    ...(Number.isNaN(at) ? {} : { stated: { at: at - DELAY_MS } }),
    provider: "cboe",
    fetchedAt,
  });
}

function spelling(ticker: Ticker): string {
  return ticker === BENCHMARK ? "_SPX" : ticker;
}
