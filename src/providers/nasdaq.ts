import * as z from "zod/mini";
import { fail, type Result } from "../domain/failure";
import type { ListingKind } from "../domain/listing";
import { buildCloses } from "../domain/market/build-closes";
import type { Closes } from "../domain/market/closes";
import { NEW_YORK } from "../domain/market/market";
import { BENCHMARK, BENCHMARK_FUND, type Ticker } from "../domain/ticker";
import { CATALOGUE } from "./catalogue";
import { createProvider, oneByOne } from "./provider";
import { bodyOf, broken, parseJson } from "./refusal";

const [HOST] = CATALOGUE.nasdaq.hosts;

/** Requests closer together have been slowed down. */
const SPACING_MS = 1_200;

type AssetClass = "stocks" | "etf" | "index";

const replySchema = z.object({
  data: z.nullish(
    z.object({
      symbol: z.nullish(z.string()),
      tradesTable: z.nullish(z.object({ rows: z.nullish(z.array(z.object({ date: z.string(), close: z.string() }))) })),
    }),
  ),
  status: z.nullish(z.object({ rCode: z.nullish(z.number()) })),
});

/** Nasdaq's own site, without a key: US stocks, funds and the S&P 500 index. */
export const nasdaq = createProvider("nasdaq", {
  batch: 1,
  spacingMs: SPACING_MS,
  closes: (request, { fetchText, now, wait, kindOf, signal }) =>
    oneByOne(request, async (ticker) => {
      let outcome: Result<Closes> = fail({ kind: "unknown-ticker", ticker });
      for (const [attempt, assetClass] of assetClasses(ticker, await kindOf(ticker)).entries()) {
        if (attempt > 0) await wait(SPACING_MS);
        const url = `https://${HOST}/api/quote/${encodeURIComponent(spelling(ticker))}/historical?assetclass=${assetClass}&fromdate=${request.from}&todate=${request.to}&limit=9999`;
        const reply = bodyOf(await fetchText({ url, hosts: [HOST], signal }), "nasdaq", now());
        if (!reply.ok) return reply;
        outcome = readNasdaq(ticker, reply.status, reply.body, now());
        if (outcome.ok || outcome.failure.kind !== "unknown-ticker") return outcome;
      }
      return outcome;
    }),
});

/** Reads a history reply: closes as text with `$` and thousands commas, newest first. */
export function readNasdaq(ticker: Ticker, status: number, body: string, fetchedAt: number): Result<Closes> {
  const parsed = replySchema.safeParse(parseJson(body));
  if (!parsed.success) return broken("nasdaq", status === 200 ? "the reply is not a history" : `status ${status}`);
  const { data } = parsed.data;
  if (!data) {
    if (parsed.data.status?.rCode === 400) return fail({ kind: "unknown-ticker", ticker });
    return broken("nasdaq", "the reply holds no data");
  }
  if (data.symbol && data.symbol.toUpperCase().replace("/", ".") !== spelling(ticker))
    return broken("nasdaq", "the reply is of another ticker");
  return buildCloses({
    ticker,
    currency: "USD",
    zone: NEW_YORK.zone,
    bars: (data.tradesTable?.rows ?? []).map(({ date, close }) => ({ date: isoDate(date), close: amount(close) })),
    splits: null,
    isSplitAdjusted: false,
    provider: "nasdaq",
    fetchedAt,
  });
}

/**
 * The classes to ask for: the request must name the right one. For a ticker that the directory does not know, stock is
 * tried before fund.
 */
function assetClasses(ticker: Ticker, kind: ListingKind | undefined): readonly AssetClass[] {
  if (ticker === BENCHMARK) return ["index"];
  if (ticker === BENCHMARK_FUND || kind === "etf") return ["etf"];
  return kind === undefined ? ["stocks", "etf"] : ["stocks"];
}

function spelling(ticker: Ticker): string {
  return ticker === BENCHMARK ? "SPX" : ticker;
}

/** `MM/DD/YYYY` as `YYYY-MM-DD`; anything else stays as it is and is refused as a date. */
function isoDate(date: string): string {
  return date.replace(/^(\d{2})\/(\d{2})\/(\d{4})$/, "$3-$1-$2");
}

/**
 * `$1,234.50` as a number; null for the dashes that mean "no value"; NaN for anything else, also for a comma that may
 * be a decimal one.
 */
function amount(text: string): number | null {
  if (text === "--" || text === "N/A" || text === "") return null;
  return /^\$?(\d+|[1-9]\d{0,2}(,\d{3})+)(\.\d+)?$/.test(text) ? Number(text.replace(/[$,]/g, "")) : Number.NaN;
}
