import * as z from "zod/mini";
import { fail, type Result } from "../domain/failure";
import { buildCloses } from "../domain/market/build-closes";
import type { Closes, Split } from "../domain/market/closes";
import { NEW_YORK } from "../domain/market/market";
import type { Ticker } from "../domain/ticker";
import { CATALOGUE } from "./catalogue";
import { createProvider, oneByOne } from "./provider";
import { bodyOf, broken, parseJson, refused } from "./refusal";

const [HOST] = CATALOGUE.tiingo.hosts;

const positive = z.number().check(z.positive());
const replySchema = z.array(
  z.object({
    date: z.string(),
    close: positive,
    adjClose: positive,
    splitFactor: positive,
    divCash: z.optional(z.number()),
  }),
);
const errorSchema = z.object({ detail: z.string() });

/** Tiingo, with the reader's key: closes of US listings as they were printed, and SPY as the benchmark. */
export const tiingo = createProvider("tiingo", {
  batch: 1,
  spacingMs: 250,
  closes: (request, { fetchText, now, key, signal }) =>
    oneByOne(request, async (ticker) => {
      const url = `https://${HOST}/tiingo/daily/${encodeURIComponent(ticker.replace(".", "-"))}/prices?startDate=${request.from}&endDate=${request.to}&format=json&resampleFreq=daily`;
      const headers = { Authorization: `Token ${key ?? ""}` };
      const reply = bodyOf(await fetchText({ url, hosts: [HOST], headers, signal }), "tiingo", now());
      return reply.ok ? readTiingo(ticker, reply.status, reply.body, now()) : reply;
    }),
});

/** Reads a list of prices. Its closes are as printed, so the splits that it names are applied here. */
export function readTiingo(ticker: Ticker, status: number, body: string, fetchedAt: number): Result<Closes> {
  const json = parseJson(body);
  const rows = replySchema.safeParse(json);
  if (status !== 200 || !rows.success) return refusalOf(ticker, status, body, json, fetchedAt);
  const days = rows.data
    .map(({ date, ...figures }) => ({ date: date.slice(0, 10), ...figures }))
    .sort((a, b) => a.date.localeCompare(b.date));
  const splits: Split[] = days
    .filter(({ splitFactor }) => splitFactor !== 1)
    .map(({ date, splitFactor }) => ({ date, numerator: splitFactor, denominator: 1 }));
  // Both are relative to the last row, because all adjusted closes contain what came after the period.
  const last = days.at(-1);
  const later = last ? last.adjClose / last.close : 1;
  if (days.some(({ date, close, adjClose }) => !isAbout(adjClose / later, close / laterFactor(date, splits))))
    return broken("tiingo", "a split is missing");
  return buildCloses({
    ticker,
    currency: "USD",
    zone: NEW_YORK.zone,
    bars: days.map(({ date, close }) => ({ date, close: close / laterFactor(date, splits) })),
    splits,
    dividends: days.map(({ date, divCash = 0 }) => ({ date, amount: divCash / laterFactor(date, splits) })),
    isSplitAdjusted: true,
    provider: "tiingo",
    fetchedAt,
  });
}

/**
 * Tiingo's adjusted closes are also adjusted for dividends: a few percent a year, while the mildest split is a third.
 */
function isAbout(adjusted: number, close: number): boolean {
  return adjusted / close > 0.7 && adjusted / close < 1.4;
}

function laterFactor(date: string, splits: readonly Split[]): number {
  return splits.filter((split) => split.date > date).reduce((product, { numerator }) => product * numerator, 1);
}

function refusalOf(ticker: Ticker, status: number, body: string, json: unknown, now: number): Result<Closes> {
  if (status === 401) return fail({ kind: "key-refused", provider: "tiingo" });
  if (status === 404) return fail({ kind: "unknown-ticker", ticker });
  const error = errorSchema.safeParse(json);
  // The limits of an hour and of a month come as plain text; they have been seen with status 200.
  if (error.success || /^(Error:|You have)/.test(body))
    return refused(error.data?.detail ?? body, "tiingo", ticker, now);
  return broken("tiingo", status === 200 ? "the reply is not a list of prices" : `status ${status}`);
}
