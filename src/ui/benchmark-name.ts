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

/**
 * A text about a benchmark whose `{benchmark}` is still open. An index has an article, in French elided before a vowel
 * ("l’Ibovespa"); a share or a fund has none ("Beat MSFT").
 */
export function textAbout(
  ticker: Ticker,
  key: MessageKey,
  values: Record<string, string>,
  { text }: Pick<Wording, "text">,
) {
  const language = text("card_language");
  const name = benchmarkName(ticker, { text });
  const isBare = name.startsWith(ticker);
  const changes = [
    ...(isBare ? (WITHOUT_ARTICLE[language] ?? []) : []),
    ...(language === "fr" && /^[AEIOU]/i.test(name) ? ELIDED : []),
  ];
  return changes.reduce((sentence, [before, instead]) => sentence.replace(before, instead), text(key, values));
}

type Changes = readonly (readonly [before: RegExp, instead: string])[];

/** How each language with articles writes a name that has none. */
const WITHOUT_ARTICLE: Readonly<Record<string, Changes>> = {
  en: [[/\bthe (?=\{benchmark\})/i, ""]],
  de: [
    [/\bdes (?=\{benchmark\})/, "von "],
    [/\bde[mnr] (?=\{benchmark\})/i, ""],
  ],
  es: [
    [/\bdel (?=\{benchmark\})/, "de "],
    [/\bal (?=\{benchmark\})/, "a "],
    [/\bel (?=\{benchmark\})/i, ""],
  ],
  fr: [
    [/\bdu (?=\{benchmark\})/, "de "],
    [/\ble (?=\{benchmark\})/i, ""],
  ],
  "pt-BR": [
    [/\bdo (?=\{benchmark\})/, "de "],
    [/\bao (?=\{benchmark\})/, "a "],
    [/\bo (?=\{benchmark\})/i, ""],
  ],
};

const ELIDED: Changes = [
  [/\ble (?=\{benchmark\})/, "l’"],
  [/\bdu (?=\{benchmark\})/, "de l’"],
  [/\bde (?=\{benchmark\})/, "d’"],
];
