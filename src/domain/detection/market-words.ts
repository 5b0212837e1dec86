const MOVES =
  "rose|fell|slid|gained|jumped|dropped|tumbled|surged|plunged|soared|rallied|slipped|climbed|declined|sank|dipped|advanced|retreated|closed|traded|lost|added|edged|opened|ended|rises|falls|slides|gains|jumps|drops|tumbles|surges|plunges|soars|rallies|slips|climbs|declines|sinks|dips|beats|misses|missed|reported|reports|posted|said|says|announced|announces|raised|cut|is (?:up|down|trading)|was (?:up|down)|(?:were|are) (?:up|down)|up|down|stieg|fiel|verlor|gewann|legte";

/** Words that only a text about the market uses often; they make a page a market page. */
export const MARKET_WORDS =
  /\b(?:shares?|stocks?|shareholders?|stockholders?|investors?|investing|earnings|dividends?|revenues?|analysts?|nasdaq|nyse|s&p 500|dow jones|wall street|hedge funds?|market cap|market value|trading day|etfs?|ipo|equit(?:y|ies)|valuation|buybacks?|per share|securities|aktien?|börse|anleger|kurs(?:e|ziel)?|dividende|marktanteil|umsatz|futures|tickers?|portfolios?|bullish|bearish|premarket|brokerages?|price targets?|net income|treasur(?:y|ies)|common stock|dax|ftse|cac 40|ibex|ibovespa|nikkei|hang seng|kospi|prognose|analysten?|actions?|bourse|actionnaires?|bénéfice|acciones|bolsa|inversores|ações|acionistas|investidores|azioni|borsa|azionisti)\b|股|株価|財報|财报|決算|終値|收盘|주가|주식|실적|증시|코스피|日経平均|株式|港股|美股|恒生|收盤|上場/gi;

/** What stands right after a company: its shares, or what they did. Sticky. */
export const AFTER_COMPANY = new RegExp(
  `(?:['’]s?)?,?\\s{1,40}(?:(?:also|then|last|now|the|common|class|[A-C])\\s{1,40})?(?:[sS]hares?|stock|stockholders|shareholders|investors|earnings|revenues?|sales|CEO|CFO|aktien?|${MOVES})\\b|(?:['’]s)? ?\\(?\\s?[+−–-]?\\d+(?:[.,]\\d+)? ?%|-(?:aktien?|shares)\\b`,
  "uy",
);

/** What stands right before one. */
export const BEFORE_COMPANY =
  /(?:\b(?:shares?|stock|stake|stakes|shareholders|investors|position|positions|holdings|calls|puts|sold|bought|buy|buying|sell|selling|own|owns|short|shorting|long|upgraded|downgraded|retailers?|giant|maker|chipmaker|automaker|airlines?|rivals?|aktien?|companies like|competitors?|such as|including)(?: (?:of|in|on|the|at|von|der)){0,3}|\b(?:Symbol|Ticker):?)\s$/i;

/** Where a text gives credit or names its owner; companies in it are not what it is about. */
export const CREDITS =
  /©|\(c\) \d{4}|\bcopyright\b|all rights reserved|^\s*powered by|getty images|(?:data|quotes|charts?) (?:provided |supplied |delivered )?by|alle rechte vorbehalten|photo(?: illustration)? by/i;

/** What invites to share or follow; the networks beside it are buttons. */
export const SHARING =
  /\b(?:share|tweet|post) (?:this|it|on|via|to)\b|\b(?:follow|find|like|fan|visit|join) us\b|\bsign (?:up|in) (?:with|using)|\blog ?in with|partage[rz]? |teilen|compartir|compartilh|condividi|シェア|分享|공유/i;

/** A bracket after a name, with at most a few characters between (`'s`, a share class, an exchange's code). Sticky. */
export const BRACKET = /[^()[\]\ufffc]{0,14}[([（]\s?\$?([A-Z0-9][A-Z0-9.\-/]{0,9})(?=[\s,;:)\]%）])/y;

/** A bracket right after another. Sticky. */
export const SECOND_BRACKET = /[^()[\]\ufffc]{0,8}\)\s?\(([A-Z0-9][A-Z0-9.]{0,9})\)/y;
