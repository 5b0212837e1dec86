import type { Ticker } from "../domain/ticker";
import type { MessageKey, TextOf } from "./text";

/** The reader's language. */
interface Language {
  readonly text: TextOf;
}

/** A benchmark as the reader knows it: "S&P 500", "日経平均"; a fund or any other listing by its ticker. */
export function benchmarkName(ticker: Ticker, { text }: Language): string {
  const key = `benchmark_${ticker.replace("^", "index").replace(/[.=-]/g, "")}`;
  // The reader may have chosen any ticker: a key that no catalogue has comes back as it is.
  const name = text(key as MessageKey);
  return name === key ? ticker : name;
}

/** The same without its number, for the head of a column: "S&P", "Nikkei". */
export function benchmarkShortName(ticker: Ticker, language: Language): string {
  const name = benchmarkName(ticker, language);
  return (/^.*\D/s.exec(name)?.[0] ?? name).replace(/[ -]$/, "");
}

/**
 * A text about a benchmark whose `{benchmark}` is still open. An index has an article, in French elided before a vowel
 * ("l’Ibovespa"); a share or a fund has none ("Beat MSFT").
 */
export function textAbout(ticker: Ticker, key: MessageKey, values: Record<string, string>, { text }: Language): string {
  const language = text("card_language");
  const name = benchmarkName(ticker, { text });
  let sentence = text(key, values);
  if (name.startsWith(ticker)) sentence = withArticles(sentence, WITHOUT_ARTICLE[language]);
  return language === "fr" && /^[AEIOU]/i.test(name) ? withArticles(sentence, ELIDED) : sentence;
}

type Articles = Readonly<Record<string, string>>;

/** The word before a benchmark, and what stands in its place before a name that has no article. */
const WITHOUT_ARTICLE: Readonly<Record<string, Articles>> = {
  en: { the: "", The: "" },
  de: { des: "von ", dem: "", den: "", der: "", Der: "" },
  es: { del: "de ", al: "a ", el: "", El: "" },
  fr: { du: "de ", le: "", Le: "" },
  "pt-BR": { do: "de ", ao: "a ", o: "", O: "" },
};

const ELIDED: Articles = { le: "l’", du: "de l’", de: "d’" };

function withArticles(sentence: string, articles: Articles = {}): string {
  return sentence.replace(/(?<!\p{L})(\p{L}{1,3}) (?=\{benchmark\})/u, (found, word) => articles[word] ?? found);
}
