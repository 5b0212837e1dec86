/** Weights of clues by what they say, and what speaks for a candidate before any clue does. */
export interface FittedWeights {
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
}

// Written by `npm run detect:fit` from labelled pages; not changed by hand.
/** For companies' names: 2330 candidates of 161 pages, of which 1319 are mentions. */
export const NAME_WEIGHTS: FittedWeights = {
  bias: 1.34,
  weights: {
    "a short name": 0.07,
    "a name that means other things": -1.95,
    "a name that mostly means other things": -2.73,
    "the whole registered name": 1.68,
    "a company that few write about": -0.7,
    "a word of the language": -2.99,
    "a word that mostly means the company": 1.05,
    "several ordinary words": 0.21,
    "an abbreviation": -0.04,
    "a word, on a page without the market": -0.63,
    "a word that begins its sentence": -0.28,
    "words of the market right after": 0.75,
    "part of a longer capitalised name": -1.64,
    "beside capitals in a headline": -0.12,
    "a word in a headline": -1.22,
    "words of the market in its line": 0.14,
    "alone in its line": -0.3,
    "named once, on a page without the market": -0.22,
    "a company abroad, on a page without the market": -0.95,
    "the page gives the company's ticker": 3.12,
    "the page gives the company's full name": 1.08,
    "the page names the company beyond doubt": 2.22,
    "no word of the market on the page": -0.52,
    "few words of the market on the page": -0.81,
    "a page full of words of the market": -0.32,
    "very many words of the market for the page's length": -0.04,
    "the page names no other company": -1.32,
    "the page names five other companies or more": 0.81,
  },
};

/** For letters in capitals: 1220 candidates of 108 pages, of which 165 are mentions. */
export const TICKER_WEIGHTS: FittedWeights = {
  bias: -2.37,
  weights: {
    "an ordinary abbreviation or word": -1.81,
    "a plain ticker of four letters or more": 2.45,
    "a plain ticker of three letters": 0.89,
    "the page repeats it": 0.24,
    "the page repeats it often": 0.05,
    "the page has several plain tickers": 1.5,
    "the page has eight plain tickers or more": 0.1,
    "joined to another ticker by a comma or “and”": 1.2,
    "one letter": -1.51,
    "two letters": -2.2,
    "a listing that few write about": -1.59,
    "a fund": 0.09,
    "in a row of tickers": 1.62,
    "in a cell among tickers": 0.8,
    "beside its company's cell": 2.04,
    "alone in its line": 0.68,
    "alone in a bracket": -0.08,
    "alone in a bracket on a page of the market": -0.01,
    "an ordinary abbreviation alone in a bracket": -0.24,
    "among capitals": 0.09,
    "in a headline": 0.38,
    "begins its line": 0.14,
    "a capitalised word right before": -0.62,
    "a capitalised word right after": -0.46,
    "a number right before": -0.19,
    "a number right after": -0.65,
    "joined to another word": -0.38,
    "the page gives the company's ticker": 1.9,
    "the page gives the company's full name": 0.48,
    "the page names the company beyond doubt": 0.5,
    "no word of the market on the page": -0.95,
    "few words of the market on the page": -0.69,
    "a page full of words of the market": 0.92,
    "very many words of the market for the page's length": 0.69,
    "the page names no other company": 0.28,
    "the page names five other companies or more": -1.48,
  },
};
