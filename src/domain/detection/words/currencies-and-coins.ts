/** Currencies' codes: `$USD` and `USD 5` are money. */
const CURRENCIES = new Set(
  "USD EUR GBP JPY CNY CAD AUD NZD HKD SGD CHF SEK NOK DKK MXN BRL INR KRW TWD ZAR RUB TRY PLN THB MYR IDR PHP CLP COP ARS PEN UYU CNH ILS CZK HUF RON AED SAR VND".split(
    " ",
  ),
);

/** Whether letters are a currency's code. */
export function isCurrency(symbol: string): boolean {
  return CURRENCIES.has(symbol);
}

/** Coins whose letters are also tickers; a cashtag means the coin. */
const COINS = new Set(
  "BTC ETH SOL XRP DOGE ADA DOT LTC BCH LINK AVAX SHIB UNI ATOM TRX NEAR APT ARB OP BNB USDT USDC".split(" "),
);

/** Whether letters mean a coin rather than a listing. */
export function isCoin(symbol: string): boolean {
  return COINS.has(symbol);
}
