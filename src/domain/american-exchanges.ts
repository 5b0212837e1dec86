import type { ExchangeId } from "./exchange";

const AMERICAN: ReadonlySet<ExchangeId> = new Set(["NYSE", "NASDAQ", "AMEX", "ARCA", "CBOE", "IEX", "OTC"]);

/** Whether it is a market of the United States, over the counter included; indices are traded nowhere. */
export function isAmerican(exchange: ExchangeId): boolean {
  return AMERICAN.has(exchange);
}
