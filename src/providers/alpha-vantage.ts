import * as z from "zod/mini";
import { fail, type Result } from "../domain/failure";
import { buildCloses } from "../domain/market/build-closes";
import { isLocalDate } from "../domain/market/calendar-day";
import type { Closes } from "../domain/market/closes";
import { createZone } from "../domain/market/local-clock";
import { NEW_YORK } from "../domain/market/market";
import type { Ticker } from "../domain/ticker";
import { CATALOGUE } from "./catalogue";
import { createProvider, oneByOne } from "./provider";
import { bodyOf, broken, parseJson, refused } from "./refusal";

const [HOST] = CATALOGUE["alpha-vantage"].hosts;

const dailySchema = z.object({
  "Meta Data": z.object({ "2. Symbol": z.string(), "3. Last Refreshed": z.optional(z.string()) }),
  "Time Series (Daily)": z.record(z.string(), z.object({ "4. close": z.string() })),
});
const wordsSchema = z.union([
  z.object({ Information: z.string() }),
  z.object({ Note: z.string() }),
  z.object({ "Error Message": z.string() }),
]);

/**
 * Alpha Vantage, with the reader's key: a hundred days of closes of US listings as they were printed, and SPY as the
 * benchmark.
 */
export const alphaVantage = createProvider("alpha-vantage", {
  batch: 1,
  // One request a second.
  spacingMs: 1_100,
  closes: (request, { fetchText, now, key, signal }) =>
    oneByOne(request, async (ticker) => {
      const url = `https://${HOST}/query?function=TIME_SERIES_DAILY&symbol=${encodeURIComponent(ticker)}&outputsize=compact&apikey=${encodeURIComponent(key ?? "")}`;
      const reply = bodyOf(await fetchText({ url, hosts: [HOST], signal }), "alpha-vantage", now());
      return reply.ok ? readAlphaVantage(ticker, reply.body, now()) : reply;
    }),
});

/** Reads a daily series. Refusals are texts with status 200. */
export function readAlphaVantage(ticker: Ticker, body: string, fetchedAt: number): Result<Closes> {
  const json = parseJson(body);
  const words = wordsSchema.safeParse(json);
  if (words.success) return refused(Object.values(words.data).join(" "), "alpha-vantage", ticker, fetchedAt);
  if (isEmpty(json)) return fail({ kind: "unknown-ticker", ticker });
  const parsed = dailySchema.safeParse(json);
  if (!parsed.success) return broken("alpha-vantage", "the reply is not a daily series");
  if (parsed.data["Meta Data"]["2. Symbol"] !== ticker)
    return broken("alpha-vantage", "the reply is of another ticker");
  const at = refreshedAt(parsed.data["Meta Data"]["3. Last Refreshed"]);
  return buildCloses({
    ticker,
    currency: "USD",
    zone: NEW_YORK.zone,
    bars: Object.entries(parsed.data["Time Series (Daily)"]).map(([date, bar]) => ({
      date,
      close: Number(bar["4. close"]),
    })),
    splits: null,
    isSplitAdjusted: false,
    ...(at === null ? {} : { stated: { at } }),
    provider: "alpha-vantage",
    fetchedAt,
  });
}

/**
 * The instant of `2025-11-11 14:22:01`, New York time; the end of a day without a time, which is what comes once the
 * day is over; null for anything else.
 */
function refreshedAt(text = ""): number | null {
  const [, date, time = "24:00"] = /^(\d{4}-\d{2}-\d{2})(?: (\d{2}:\d{2})(?::\d{2})?)?$/.exec(text) ?? [];
  const zone = createZone(NEW_YORK.zone);
  return zone && isLocalDate(date) ? zone.instantOf(date, time) : null;
}

/** Whether the reply means an unknown ticker: `{}` or `{"Global Quote":{}}`. */
function isEmpty(json: unknown): boolean {
  if (typeof json !== "object" || json === null) return false;
  return Object.values(json).every(
    (value) => typeof value === "object" && value !== null && Object.keys(value).length === 0,
  );
}
