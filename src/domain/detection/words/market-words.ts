import { once } from "../../once";

/** Words that only a text about the market uses often; they make a page a market page. */
export const MARKET_WORDS =
  /\b(?:shares?|stocks?|shareholders?|stockholders?|investors?|investing|earnings|dividends?|revenues?|analysts?|nasdaq|nyse|s&p 500|dow jones|wall street|hedge funds?|market cap|market value|trading day|etfs?|ipo|equit(?:y|ies)|valuation|buybacks?|per share|securities|aktien?|börse|anleger|kurs(?:e|ziel)?|dividende|marktanteil|umsatz|futures|tickers?|portfolios?|bullish|bearish|premarket|brokerages?|price targets?|sell-?offs?|cost basis|short (?:interest|squeeze|sellers?)|(?:call|put) (?:options?|spreads?)|credit spreads?|ebitda|eps|pre-market|after-hours|inflows?|outflows?|assets under management|expense ratio|net asset value|(?:index|mutual) funds?|basis points|large-cap|iron condors?|covered calls?|call options?|puts?|hedged?|hedging|etns?|etps?|expense ratios?|rebalanc(?:e|ed|ing)|small-cap|blue-chip|gainers|losers|trading volume|52-week|day traders?|bull market|bear market|net income|treasur(?:y|ies)|common stock|dax|ftse|cac 40|ibex|ibovespa|nikkei|hang seng|kospi|prognose|analysten?|actions?|bourse|actionnaires?|bénéfice|acciones|bolsa|inversores|ações|acionistas|investidores|azioni|borsa|azionisti|piazza affari|titoli|dividendos?|cotización|cotizadas?|cotation|cours|capitalisation|kursverluste|kursgewinne|quartalszahlen|ibex 35|wall street|ibovespa|pregão|papéis|lucro líquido|utile netto|resultados trimestrales|valores|índice|índices)\b|股|株価|財報|财报|決算|終値|收盘|주가|주식|실적|증시|코스피|日経平均|株式|銘柄|売買|个股|個股|收涨|收跌|盘前|盤前|基金经理|券商|종목|매수|매도|투자자|코스닥|배당|증권|港股|美股|恒生|收盤|上場/gi;

/** Words after a company: its shares and people, and what they did. */
const afterCompany = once(
  () =>
    new Set(
      "share|shares|Share|Shares|stock|stockholders|shareholders|investors|earnings|revenue|revenues|sales|CEO|CFO|aktie|aktien|rose|fell|slid|gained|jumped|dropped|tumbled|surged|plunged|soared|rallied|slipped|climbed|declined|sank|dipped|advanced|retreated|closed|traded|lost|added|edged|opened|ended|rises|falls|slides|gains|jumps|drops|tumbles|surges|plunges|soars|rallies|slips|climbs|declines|sinks|dips|beats|misses|missed|reported|reports|posted|said|says|announced|announces|raised|cut|beat|shed|led|leads|popped|spiked|bounced|rebounded|outperformed|underperformed|lagged|guided|warned|trades|up|down|stieg|fiel|verlor|gewann|legte|is up|is down|is trading|was up|was down|were up|were down|are up|are down".split(
        "|",
      ),
    ),
);
const WORDS_AFTER = /(?:['’]s?)?,?\s{1,40}(?:(?:also|then|last|now|the|common|class|[A-C])\s{1,40})?(\w+)(?: (\w+))?/y;
const CHANGE_AFTER =
  /(?:['’]s)?(?: (?:ON|PN|PNA|PNB|UNT|Unit|St|Vz))? ?\(?\s?(?:up |down |plus |minus |急?[升跌涨漲挫]幅?|[上下][昇涨漲跌落]|상승|하락)?[+−–-]?\s?\d+(?:[.,]\d+)? ?(?:%|Prozent|per ?cent)|-(?:aktien?|shares)\b/y;

/**
 * Whether words of the market, or a change in per cent, are right after a company that ends at `end`. The words are in
 * a set, because a pattern of all of them would take longer to compile than a page takes to read.
 */
export function isMarketAfter(text: string, end: number): boolean {
  if (isChangeAfter(text, end)) return true;
  WORDS_AFTER.lastIndex = end;
  const [, word = "", next = ""] = WORDS_AFTER.exec(text) ?? [];
  return [word, `${word} ${next}`].some((words) => afterCompany().has(words));
}

/** Whether a change in per cent is right after a company that ends at `end`. */
export function isChangeAfter(text: string, end: number): boolean {
  CHANGE_AFTER.lastIndex = end;
  return CHANGE_AFTER.test(text);
}

/** Words before a company: its shares, or what is done with them. */
const beforeCompany = once(
  () =>
    new Set(
      "share|shares|stock|stake|stakes|shareholders|investors|position|positions|holdings|calls|puts|sold|bought|buy|buying|sell|selling|own|owns|short|shorting|long|upgraded|downgraded|retailer|retailers|giant|maker|chipmaker|automaker|airline|airlines|rival|rivals|aktie|aktien|competitor|competitors|including|companies like|such as".split(
        "|",
      ),
    ),
);
const WORDS_BEFORE = /\b((?:companies|such) )?(\w+)(?: (?:of|in|on|the|at|von|der)){0,3} $/i;
const LABEL_BEFORE = /\b(?:symbol|ticker):? $/i;

/** Whether words of the market are right before a company that starts at `start`. */
export function isMarketBefore(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 60), start).replace(/\s+/g, " ");
  const [, first = "", word = ""] = WORDS_BEFORE.exec(before) ?? [];
  return [word, first + word].some((words) => beforeCompany().has(words.toLowerCase())) || LABEL_BEFORE.test(before);
}

/** Matches credits and owners of a text; companies in them are not what it is about. */
export const CREDITS =
  /©|\(c\) \d{4}|\bcopyright\b|all rights reserved|^\s*powered by|getty images|(?:data|quotes|charts?) (?:provided |supplied |delivered )?by|alle rechte vorbehalten|photo(?: illustration)? by/i;

/** Matches invitations to share or follow; networks beside them are buttons. */
export const SHARING =
  /\b(?:share|tweet|post) (?:this|it|on|via|to)\b|\b(?:follow|find|like|fan|visit|join) us\b|\bsign (?:up|in) (?:with|using)|\blog ?in with|partage[rz]? |teilen|compartir|compartilh|condividi|シェア|分享|공유/i;
