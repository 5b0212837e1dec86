/**
 * Where sites put the ticker in the addresses of their quote pages; the first group is the ticker. Hosts without
 * `www.`.
 */
const QUOTE_PATHS: readonly (readonly [RegExp, RegExp])[] = [
  [/(?:^|\.)finance\.yahoo\.com$/, /^\/quote\/([^/?]+)/],
  [/(?:^|\.)google\.com$/, /^\/finance\/quote\/([^/?:]+)(?::[A-Z]+)?/],
  [/^marketwatch\.com$/, /^\/investing\/(?:stock|fund|index)\/([^/?]+)/],
  [/^cnbc\.com$/, /^\/quotes\/([^/?]+)/],
  [/^bloomberg\.com$/, /^\/quote\/([^/?:]+)(?::US)?(?=$|[/?])/],
  [/^reuters\.com$/, /^\/(?:markets\/)?companies\/([^/?]+)/],
  [/^reuters\.com$/, /^\/finance\/stocks\/overview\/([^/?]+)/],
  [/^nasdaq\.com$/, /^\/(?:market-activity\/(?:stocks|etf)|symbol)\/([^/?]+)/],
  [/^seekingalpha\.com$/, /^\/symbol\/([^/?]+)/],
  [/^tradingview\.com$/, /^\/symbols\/(?:[A-Z]+-)?([^/?]+)/],
  [/^stocktwits\.com$/, /^\/symbol\/([^/?]+)/],
  [/^barrons\.com$/, /^\/market-data\/stocks\/(?:us\/[a-z]+\/)?([^/?]+)/],
  [/^barrons\.com$/, /^\/quote\/stock\/(?:us\/[a-z]+\/)?([^/?]+)/],
  [/^wsj\.com$/, /^\/market-data\/quotes\/([^/?]+)/],
  [/^quotes\.wsj\.com$/, /^\/([A-Z.]+)(?=$|[/?])/],
  [/^morningstar\.com$/, /^\/stocks\/x[a-z]{3}\/([^/?]+)/],
  [/^fool\.com$/, /^\/quote\/(?:[a-z]+\/)?([^/?]+)/],
  [/^stockanalysis\.com$/, /^\/(?:stocks|etf)\/([^/?]+)/],
  [/^zacks\.com$/, /^\/stock\/quote\/([^/?]+)/],
  [/^benzinga\.com$/, /^\/(?:quote|stock)\/([^/?]+)/],
  [/^businessinsider\.com$|^markets\.businessinsider\.com$/, /^\/stocks\/([a-z.]{1,5})-stock/],
];

/** Sites that put the ticker in a parameter of the address: host, path, the parameter's name. */
const QUOTE_PARAMETERS: readonly (readonly [RegExp, RegExp, string])[] = [
  [/^finviz\.com$/, /^\/quote(?:\.ashx)?$/, "t"],
  [/^(?:money|edition)\.cnn\.com$/, /^\/quote\/quote\.html$/, "symb"],
];

/** Every address of a quote page contains one of these. */
export const QUOTE_WORDS = ["quote", "symbol", "stock", "companies/", "etf/", "investing/"];

/**
 * Whether an address, as browsers write it, may be that of a quote page. Used in pages, where a regular expression for
 * these words would take 13 kB once it is compiled.
 */
export function mayNameTicker(address: string): boolean {
  return QUOTE_WORDS.some((word) => address.includes(word));
}

/** The ticker an address of a quote page names, spelled as ours; null for any other address. */
export function linkedTicker(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { hostname, pathname, search, searchParams } = new URL(address);
  const host = hostname.replace(/^www\./, "");
  for (const [hosts, path] of QUOTE_PATHS) {
    const symbol = hosts.test(host) ? path.exec(pathname + search)?.[1] : undefined;
    if (symbol !== undefined) return spelled(symbol);
  }
  const [, , parameter] = QUOTE_PARAMETERS.find(([hosts, path]) => hosts.test(host) && path.test(pathname)) ?? [];
  const symbol = parameter === undefined ? null : searchParams.get(parameter);
  return symbol === null ? null : spelled(symbol);
}

function spelled(symbol: string): string | null {
  let text = symbol;
  try {
    text = decodeURIComponent(symbol);
  } catch {
    return null;
  }
  const upper = text.toUpperCase();
  return /^[A-Z]{1,5}[-/][A-Z]$/.test(upper)
    ? upper.replace(/[-/]/, ".")
    : /^[\^A-Z0-9.=-]{1,15}$/.test(upper)
      ? upper
      : null;
}
