import type { ExchangeId } from "../../exchange";
import type { Candidate } from "../candidate";
import { makeCandidate } from "../make-candidate";
import { isCoin, isCurrency } from "../words/currencies-and-coins";
import { isOrdinaryCapitals } from "../words/word-lists";
import { exchangesSpelled } from "./exchange-codes";
import { type DatedDirectory, knownAs, type SpelledTicker, suffixedTicker, tickerOn } from "./ticker-spellings";

/** `$BABA`, `$BRK.B`, `$BRK/B`, `$TSX:SHOP`, `$aapl`, and the form `$Alibaba(BABA)$`. */
export function cashtagCandidates(phrase: string, directory: DatedDirectory): Candidate[] {
  const inner = /\(([A-Z0-9.]+)\)\$$/.exec(phrase)?.[1];
  if (inner !== undefined) {
    const known = cashtagged(inner, directory);
    const end = phrase.length - 2;
    return known
      ? [makeCandidate({ start: end - inner.length, end, form: "cashtag", doubt: 0 }, known, directory)]
      : [];
  }
  const place = { start: 0, end: phrase.length, form: "cashtag" } as const;
  const [exchange = "", listed] = phrase.slice(1).split(":");
  if (listed !== undefined) {
    const known = tickerOn(exchangesSpelled(exchange), listed, directory);
    return known ? [makeCandidate({ ...place, doubt: 0 }, known, directory)] : [];
  }
  const written = exchange.replace(/[-/]/, ".");
  const symbol = written.toUpperCase();
  const known = isCurrency(symbol) ? null : cashtagged(symbol, directory);
  if (!known) return [];
  // In small letters it may be a variable or a sum (`$this`, `$nine`).
  const isSmall = written !== symbol;
  if (isSmall && isOrdinaryCapitals(symbol)) return [];
  const isDoubtful = symbol.length === 1 || isCoin(symbol) || (isSmall && symbol.length < 4);
  const doubt = isDoubtful ? 2 : isSmall || isOrdinaryCapitals(symbol) ? 1 : 0;
  return [makeCandidate({ ...place, doubt }, known, directory)];
}

const CHINESE: Readonly<Record<string, ExchangeId>> = { SH: "SHANGHAI", SZ: "SHENZHEN", HK: "HONGKONG" };

function cashtagged(written: string, directory: DatedDirectory): SpelledTicker | null {
  // `$贵州茅台(SH600519)$`: Chinese forums put the exchange before the number.
  const [, exchange, number = ""] = /^(SH|SZ|HK)(\d{4,6})$/.exec(written) ?? [];
  if (exchange !== undefined) return tickerOn([CHINESE[exchange] ?? "HONGKONG"], number, directory);
  const symbol = written;
  const known = knownAs(symbol, directory);
  if (known) return known;
  if (symbol.includes(".")) return suffixedTicker(symbol, directory);
  return /^\d{4,5}$/.test(symbol) ? tickerOn(["HONGKONG"], symbol, directory) : null;
}
