import type { TextReply } from "../../src/providers/fetch-text";
import { reply } from "./network";
import { chartBody, NOT_FOUND_BODY, sparkBody, type WireChart } from "./yahoo-wire";

export type DatedClose = readonly [date: string, close: number];

/** What each source has of each ticker; a source that is not named is down. */
export interface MarketReplies {
  readonly yahoo?: Readonly<Record<string, Omit<WireChart, "symbol"> | "not found" | "down">>;
  readonly cboe?: Readonly<Record<string, readonly DatedClose[]>>;
  readonly nasdaq?: Readonly<Record<string, readonly DatedClose[]>>;
  readonly fred?: readonly DatedClose[];
}

/** Answers as those sources would. */
export function marketReplies({ yahoo, cboe, nasdaq, fred }: MarketReplies): (url: URL) => TextReply {
  return (url) => {
    const name = decodeURIComponent(url.pathname.split("/").at(-1) ?? "");
    if (url.host.endsWith(".yahoo.com")) return yahooReply(url, name, yahoo);
    if (url.host === "cdn.cboe.com") return cboeReply(name.replace(".json", ""), cboe);
    if (url.host === "api.nasdaq.com") return nasdaqReply(url.pathname.split("/").at(-2) ?? "", nasdaq);
    if (url.host === "fred.stlouisfed.org" && fred) {
      return reply(`observation_date,SP500\n${fred.map(([date, close]) => `${date},${close}\n`).join("")}`);
    }
    return reply("", 503);
  };
}

function yahooReply(url: URL, symbol: string, charts: MarketReplies["yahoo"]): TextReply {
  if (!charts) return reply("", 503);
  if (url.pathname.includes("/spark")) {
    const symbols = (url.searchParams.get("symbols") ?? "").split(",");
    return reply(
      sparkBody(
        symbols.flatMap((one) => {
          const chart = charts[one];
          return typeof chart === "object" ? [{ symbol: one, ...chart }] : [];
        }),
      ),
    );
  }
  const chart = charts[symbol];
  if (chart === "down") return reply("", 503);
  if (typeof chart !== "object") return reply(NOT_FOUND_BODY, 404);
  const from = new Date(Number(url.searchParams.get("period1")) * 1000).toISOString().slice(0, 10);
  return reply(chartBody({ symbol, ...chart, closes: chart.closes.filter(([date]) => date >= from) }));
}

function cboeReply(symbol: string, files: MarketReplies["cboe"]): TextReply {
  if (!files) return reply("", 503);
  const closes = files[symbol === "_SPX" ? "^GSPC" : symbol];
  if (!closes) return reply("Forbidden", 403);
  return reply(JSON.stringify({ symbol, data: closes.map(([date, close]) => ({ date, close: String(close) })) }));
}

function nasdaqReply(symbol: string, tables: MarketReplies["nasdaq"]): TextReply {
  if (!tables) return reply("", 503);
  const closes = tables[symbol === "SPX" ? "^GSPC" : symbol];
  if (!closes) return reply(JSON.stringify({ data: null, status: { rCode: 400 } }));
  const rows = closes.toReversed().map(([date, close]) => ({
    date: date.replace(/^(\d+)-(\d+)-(\d+)$/, "$2/$3/$1"),
    close: `$${close}`,
  }));
  return reply(JSON.stringify({ data: { symbol, tradesTable: { rows } }, status: { rCode: 200 } }));
}
