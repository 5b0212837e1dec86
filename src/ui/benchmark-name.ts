import type { Ticker } from "../domain/ticker";
import type { Wording } from "./figures";
import type { MessageKey } from "./text";

/** A benchmark as the reader knows it: "S&P 500", "日経平均"; a fund or any other listing by its ticker. */
export function benchmarkName(ticker: Ticker, { text }: Pick<Wording, "text">): string {
  const key = `benchmark_${ticker.replace("^", "index").replace(/[.=-]/g, "")}`;
  // The reader may have chosen any ticker: a key that no catalogue has comes back as it is.
  const name = text(key as MessageKey);
  return name === key ? ticker : name;
}

/** The same without its number, for the head of a column: "S&P", "Nikkei". */
export function benchmarkShortName(ticker: Ticker, wording: Pick<Wording, "text">): string {
  const name = benchmarkName(ticker, wording);
  return (/^.*\D/s.exec(name)?.[0] ?? name).replace(/[ -]$/, "");
}

/** A text about a benchmark whose `{benchmark}` is still open; French writes "l’Ibovespa" and "de l’Ibovespa". */
export function textAbout(ticker: Ticker, key: MessageKey, values: Record<string, string>, wording: Wording): string {
  const template = wording.text(key, values);
  if (wording.text("card_language") !== "fr" || !/^[AEIOU]/i.test(benchmarkName(ticker, wording))) return template;
  return template.replace(/\b(l|L)e (?=\{benchmark\})/g, "$1’").replace(/\b(d|D)u (?=\{benchmark\})/g, "$1e l’");
}
