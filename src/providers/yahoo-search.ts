import * as z from "zod/mini";
import { ok, type Result } from "../domain/failure";
import type { FoundListing } from "../domain/listing";
import { isTicker } from "../domain/ticker";
import { fromYahooSpelling } from "../domain/yahoo-spelling";
import type { ProviderContext } from "./provider";
import { bodyOf, broken, parseJson, rateLimited } from "./refusal";
import { isYahooRateLimit, YAHOO_HOST } from "./yahoo-chart";

const text = z.nullish(z.string());
const replySchema = z.object({
  quotes: z.array(
    z.object({
      symbol: text,
      shortname: text,
      longname: text,
      quoteType: text,
      exchDisp: text,
      isYahooFinance: z.nullish(z.boolean()),
    }),
  ),
});

const LISTED_KINDS: readonly string[] = ["EQUITY", "ETF", "INDEX"];

/** Listings by ticker or name; options, currencies, funds and private companies are left out. */
export async function yahooSearch(
  query: string,
  { fetchText, now, signal }: Pick<ProviderContext, "fetchText" | "now" | "signal">,
): Promise<Result<readonly FoundListing[]>> {
  const url = `https://${YAHOO_HOST}/v1/finance/search?q=${encodeURIComponent(query)}&quotesCount=6&newsCount=0&enableFuzzyQuery=false`;
  const reply = bodyOf(await fetchText({ url, hosts: [YAHOO_HOST], signal }), "yahoo", now());
  return reply.ok ? readYahooSearch(reply.status, reply.body, now()) : reply;
}

/** Reads the listings of a search reply; none if the query is unknown. `fetchedAt` is epoch milliseconds. */
export function readYahooSearch(status: number, body: string, fetchedAt: number): Result<readonly FoundListing[]> {
  if (isYahooRateLimit(body)) return rateLimited("yahoo", fetchedAt);
  const parsed = replySchema.safeParse(parseJson(body));
  if (status !== 200 || !parsed.success)
    return broken("yahoo", status === 200 ? "the reply is not a search" : `status ${status}`);
  return ok(
    parsed.data.quotes.flatMap(({ symbol, shortname, longname, quoteType, exchDisp, isYahooFinance }) => {
      const ticker = fromYahooSpelling(symbol ?? "");
      const name = longname || shortname;
      if (isYahooFinance === false || !LISTED_KINDS.includes(quoteType ?? "") || !name || !isTicker(ticker)) return [];
      return [{ ticker, name, exchange: exchDisp ?? "" }];
    }),
  );
}
