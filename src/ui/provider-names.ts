import type { ProviderId } from "../domain/failure";

/** The providers' own names, as the card and the options page write them. */
export const PROVIDER_NAMES: Readonly<Record<ProviderId, string>> = {
  yahoo: "Yahoo Finance",
  cboe: "Cboe",
  nasdaq: "Nasdaq",
  fred: "FRED",
  massive: "Massive",
  "twelve-data": "Twelve Data",
  tiingo: "Tiingo",
  finnhub: "Finnhub",
  "alpha-vantage": "Alpha Vantage",
};
