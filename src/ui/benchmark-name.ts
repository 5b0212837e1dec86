import type { Ticker } from "../domain/ticker";
import type { MessageKey, TextOf } from "./text";

/** The reader's language. */
interface Language {
  readonly text: TextOf;
}

/**
 * The name of a benchmark as the reader knows it: "S&P 500", "日経平均". That of a fund begins with its ticker; any other
 * listing has its ticker alone.
 */
export function benchmarkName(ticker: Ticker, { text }: Language): string {
  const key = `benchmark_${ticker.replace("^", "index").replace(/[.=-]/g, "")}`;
  // The reader may have chosen any ticker. If the catalogue has no such key, the key itself is returned.
  const name = text(key as MessageKey);
  return name === key ? ticker : name;
}

/** The name without its number, for the heading of a column: "S&P", "Nikkei". */
export function benchmarkShortName(ticker: Ticker, language: Language): string {
  const name = benchmarkName(ticker, language);
  return (/^.*\D/s.exec(name)?.[0] ?? name).replace(/[ -]$/, "");
}

/**
 * A text about a benchmark, with `{benchmark}` still in it. The name of an index has an article, which French shortens
 * before a vowel ("l’Ibovespa"); that of a share or a fund has none ("Beat MSFT").
 */
export function textAbout(ticker: Ticker, key: MessageKey, values: Record<string, string>, { text }: Language): string {
  const language = text("card_language");
  const name = benchmarkName(ticker, { text });
  let sentence = text(key, values);
  if (name.startsWith(ticker)) sentence = withArticles(sentence, WITHOUT_ARTICLE[language]);
  return language === "fr" && /^[AEIOU]/i.test(name) ? withArticles(sentence, ELIDED) : sentence;
}

type Articles = Readonly<Record<string, string>>;

/** The words before a benchmark by language, and what replaces them before a name without an article. */
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
