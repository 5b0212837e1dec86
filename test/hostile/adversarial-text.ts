/** Texts made to keep a careless matcher busy: each begins what a rule looks for, over and over, and never ends it. */
export const ADVERSARIAL_TEXTS: Readonly<Record<string, string>> = {
  "capital letters": "A",
  "capital words": "Aaa ",
  "single capitals": "A B C D ",
  "words joined without end": "Aa of the ",
  "names with apostrophes": "A'a’s-B&c/",
  "hyphens between capitals": "A-B-C-",
  "capitals inside words": "aAaAaA",
  ampersands: "A & A & & ",
  "commas before legal forms": "A, Inc, Ltd, S., ",
  "dollar signs": "$",
  cashtags: "$AAAAA$BBBBB",
  "open cashtag brackets": "$A ($B (",
  "unclosed cashtag names": `$${"a".repeat(29)}(`,
  digits: "1234567890",
  "digits with suffixes": "123456.",
  "numbers after names": "A 1234 1234.",
  colons: "A: A: A:",
  "exchanges without tickers": "NYSE: NASDAQ: ",
  "exchange and words": "NYSE ticker symbol: ",
  "open brackets": "Alibaba ((((",
  "brackets around letters": "(A)(B)[C",
  "Han without end": "阿里巴巴",
  "Han and capitals": "三A菱U",
  "accents on one letter": `A${"\u0301".repeat(200)}`,
  "no-break spaces": "A\u00a0A\u00a0\u00a0",
  spaces: "A                    ",
  "line feeds": "A\n\n\n",
  surrogates: "\u{1D400}\u{1F4B0}",
  "half surrogates": "\ud83dA\udcb0",
  "wide colons": "Ａ：A：",
  "percent signs": "Alibaba (%) +1 -",
  "words of the market": "shares of the of the shares sold ",
  "known names": "Alibaba Group Apple Inc. ",
  "known tickers": "BABA AAPL MSFT ",
  "names inside names": "American Bank of America of America ",
  "inherited names": "toString isPrototypeOf ",
};

/** A text of about `length` characters. */
export function repeated(piece: string, length: number): string {
  return piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
}
