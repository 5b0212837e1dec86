import type { ExchangeId } from "./exchange";

const AMERICAN: ReadonlySet<ExchangeId> = new Set(["NYSE", "NASDAQ", "AMEX", "ARCA", "CBOE", "IEX", "OTC"]);

/** Whether shares are traded there in the United States, over the counter included; an index is traded nowhere. */
export function isAmerican(exchange: ExchangeId): boolean {
  return AMERICAN.has(exchange);
}
