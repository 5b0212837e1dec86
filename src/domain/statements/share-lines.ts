import { exchangeOf } from "../market/market";
import { once } from "../once";
import type { Ticker } from "../ticker";
import type { Named } from "./token";

/** How texts call the markets on which a company's shares may be listed, by the zone of the exchange. */
const MARKETS: Readonly<Record<string, string>> = {
  "America/New_York": "U\\.?S\\.?|American|New York|NYSE|Nasdaq|Nueva York|Nova York",
  "America/Toronto": "Toronto|Canad(?:a|ian)",
  "Europe/London": "London|Londres|Londra|U\\.?K\\.?",
  "Europe/Berlin": "Frankfurt|Fr[aá]ncfort|German|Xetra",
  "Europe/Paris": "Paris|French",
  "Europe/Amsterdam": "Amsterdam|Dutch",
  "Europe/Zurich": "Zurich|Swiss",
  "Europe/Rome": "Milan|Italian",
  "Europe/Madrid": "Madrid|Spanish",
  "Europe/Stockholm": "Stockholm|Swedish",
  "Europe/Copenhagen": "Copenhagen|Danish",
  "Europe/Oslo": "Oslo|Norwegian",
  "Asia/Tokyo": "Tokyo|Japan(?:ese)?",
  "Asia/Hong_Kong": "Hong ?[Kk]ong|HK",
  "Asia/Shanghai": "Shanghai|Shenzhen|mainland|China",
  "Asia/Seoul": "Seoul|South Korean?|Korean?",
  "Asia/Taipei": "Taipei|Taiwan(?:ese)?",
  "Asia/Kolkata": "Mumbai|Indian?",
  "Asia/Singapore": "Singapore",
  "Australia/Sydney": "Sydney|Australian?|ASX",
  "America/Sao_Paulo": "S[aã]o Paulo|Brazil(?:ian)?",
  "Africa/Johannesburg": "Johannesburg|South African?",
};
/** How they call shares that are listed on one market alone, by the same zones. */
const LINES: Readonly<Record<string, string>> = {
  "America/New_York":
    "ADRs?|ADSs?|American [Dd]eposit[ao]ry (?:[Rr]eceipts|[Ss]hares)|美股|米国?預託証券|미국주식예탁증서",
  "Asia/Hong_Kong": "H[- ]shares?|H股|港股",
  "Asia/Shanghai": "A[- ]shares?|A股",
};
const PLACE = `(${Object.values(MARKETS).join("|")})`;
const LINE = `(${Object.values(LINES).join("|")})`;

/** What follows a name where the text means its shares on one market. */
const AFTER = [
  `(?:['’]s)? ${PLACE}[- ](?:listed|traded|quoted|shares|stock|listing)\\b`,
  `(?:['’]s)? (?:shares|stock) (?:listed |traded )?in ${PLACE}\\b`,
  `(?:['’]s | |[的の의])?${LINE}(?![A-Za-z])`,
  `,? (?:which (?:is|are) )?(?:listed|traded|quoted) in ${PLACE}\\b`,
  `,? (?:que cotizan? en|cotée?s? à|quotate a) ${PLACE}\\b`,
].map((pattern) => new RegExp(`^${pattern}`, "u"));
/** What stands before it there. */
const BEFORE = [
  `${PLACE}[- ](?:listed|traded|quoted) (?:(?:shares|stock) (?:of|in) )?$`,
  `${PLACE} (?:shares|stock) (?:of|in) $`,
  `(?:^|[.;!?] )In ${PLACE}(?: trading| dealings)?, (?:shares (?:of|in) )?$`,
  `(?<![A-Za-z])${LINE}(?: of | in |)$`,
  `in ${PLACE} (?:gelisteten?|notierten?|gehandelten?) (?:Aktien?|Papiere|Titel|Anteile) (?:von|der|des) $`,
  `${PLACE}-(?:gelistete|notierte)[nr]? (?:(?:Aktien?|Papiere|Titel|Anteile) (?:von|der|des) )?$`,
  // A report that opens with its market is about it to the end of the sentence.
  "(?:^|[。；！\\n])(港股|美股|A股)(?:早|午|收|盘|盤|开|開|尾)[^，。；！\\n]{0,6}[，：](?:[^。；！\\n股]*)$",
].map((pattern) => new RegExp(pattern, "u"));
/** `Shares of Acme in London`. */
const SHARES_OF = /[Ss](?:hares|tock) (?:of|in) $/;
const IN_PLACE = new RegExp(`^ in ${PLACE}\\b`, "u");
/** How far beside a name these are read, UTF-16 units. */
const FAR = 60;

const zones = once(() =>
  [...Object.entries(MARKETS), ...Object.entries(LINES)].map(
    ([zone, names]) => [zone, new RegExp(`^(?:${names})$`, "u")] as const,
  ),
);

/** In place of a ticker: shares that are told of, and that are not those of the ticker. */
export const OTHER_LINE: Ticker = "";

/**
 * Whether a text means shares of a named company that are not the ticker's: those on another market (`Acme's Hong
 * Kong-listed shares`, `Acme's H shares`) or of another class. Their moves are not the listing's.
 */
export function isOtherLine(text: string, { ticker, start, end }: Named): boolean {
  const before = text.slice(Math.max(0, start - FAR), start);
  const after = text.slice(end, end + FAR);
  if (isOtherClass(ticker, after)) return true;
  const place =
    placeIn(after, AFTER) ??
    placeIn(before, BEFORE) ??
    (SHARES_OF.test(before) ? placeIn(after, [IN_PLACE]) : undefined);
  const zone = place && zones().find(([, names]) => names.test(place))?.[0];
  const listed = exchangeOf(ticker)?.zone;
  return zone !== undefined && listed !== undefined && zone !== listed;
}

/** `Berkshire Class A shares`, where the ticker is `BRK.B`. */
function isOtherClass(ticker: Ticker, after: string): boolean {
  const [, written] = /^(?:['’]s)?,? [Cc]lass ([A-Z])\b/.exec(after) ?? [];
  const [, own] = /^[A-Z]+\.([A-Z])$/.exec(ticker) ?? [];
  return written !== undefined && own !== undefined && written !== own;
}

function placeIn(text: string, patterns: readonly RegExp[]): string | undefined {
  for (const pattern of patterns) {
    const place = pattern.exec(text)?.[1];
    if (place !== undefined) return place;
  }
  return undefined;
}
