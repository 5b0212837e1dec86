/** Weights of clues by what they say, and what speaks for a candidate before any clue does. */
export interface FittedWeights {
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
}

// Written by `npm run detect:fit` from labelled pages; not changed by hand.
/** For companies' names: 2327 candidates of 161 pages, of which 1319 are mentions. */
export const NAME_WEIGHTS: FittedWeights = {
  bias: 1.24,
  weights: {
    "a short name": 0.86,
    "a name that means other things": -2.11,
    "a name that mostly means other things": -3.08,
    "the whole registered name": 1.55,
    "a company that few write about": -0.27,
    "a word of the language": -2.58,
    "a word that mostly means the company": 0.48,
    "several ordinary words": 0.44,
    "an abbreviation": 0.06,
    "a word, on a page without the market": -0.66,
    "a word that begins its sentence": -0.39,
    "words of the market right after": 0.61,
    "part of a longer capitalised name": -1.6,
    "beside capitals in a headline": -0.35,
    "a word in a headline": -1.25,
    "words of the market in its line": -0.09,
    "alone in its line": -0.38,
    "named once, on a page without the market": -0.14,
    "a company abroad, on a page without the market": -0.9,
    "the page gives the company's ticker": 3.03,
    "the page gives the company's full name": 1.43,
    "the page names the company beyond doubt": 2.32,
    "no word of the market on the page": -0.65,
    "few words of the market on the page": -0.92,
    "a page full of words of the market": -0.24,
    "very many words of the market for the page's length": 0.1,
    "the page names no other company": -1.29,
    "the page names five other companies or more": 0.74,
  },
};

/** For letters in capitals: 1220 candidates of 108 pages, of which 165 are mentions. */
export const TICKER_WEIGHTS: FittedWeights = {
  bias: -2.32,
  weights: {
    "an ordinary abbreviation or word": -1.92,
    "a plain ticker of four letters or more": 2.39,
    "a plain ticker of three letters": 1.04,
    "the page repeats it": 0.17,
    "the page repeats it often": 0.07,
    "the page has several plain tickers": 1.83,
    "the page has eight plain tickers or more": -0.13,
    "joined to another ticker by a comma or “and”": 1.51,
    "one letter": -1.43,
    "two letters": -2.06,
    "a listing that few write about": -1.43,
    "a fund": 0.07,
    "in a row of tickers": 1.47,
    "in a cell among tickers": 0.81,
    "beside its company's cell": 1.98,
    "alone in its line": 0.59,
    "alone in a bracket": -0.09,
    "alone in a bracket on a page of the market": 0.01,
    "an ordinary abbreviation alone in a bracket": -0.24,
    "among capitals": 0.07,
    "in a headline": 0.32,
    "begins its line": 0.14,
    "a capitalised word right before": -0.48,
    "a capitalised word right after": -0.51,
    "a number right before": -0.19,
    "a number right after": -0.64,
    "joined to another word": -0.37,
    "the page gives the company's ticker": 1.92,
    "the page gives the company's full name": 0.44,
    "the page names the company beyond doubt": 0.5,
    "no word of the market on the page": -0.61,
    "few words of the market on the page": -0.74,
    "a page full of words of the market": 0.8,
    "very many words of the market for the page's length": 0.58,
    "the page names no other company": 0.4,
    "the page names five other companies or more": -1.38,
  },
};
