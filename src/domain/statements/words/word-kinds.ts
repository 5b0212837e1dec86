/**
 * What a word or phrase says of the figures beside it. A language's words
 * are lists of phrases, `|` between them, a `*` for any ending or beginning.
 */
export const WORD_KINDS = [
  /** The figure is a move upwards: verbs, nouns, adverbs in every form. */
  "up",
  "down",
  /** Before a move that becomes smaller or larger: `pared its loss to 2 %`. */
  "narrows",
  /** No move: `unchanged`. */
  "flat",
  /** The figure is of the end of the session: `closed`, `closing price`. */
  "close",
  /** The figure is a price of now: `traded`, `quoted`. */
  "trade",
  /** The figure is of the session's beginning. */
  "open",
  /** Stands between a move and the price it led to: `to`, `at`. */
  "at",
  /** Stands before the price that a move came from: `from`. */
  "from",
  /** The figure is the highest or lowest of the day, or a bound: `as much as`, `high of`, `between`. */
  "extreme",
  /** A mark of weeks or years: `52-week`, `record`. */
  "mark",
  /** Behind a figure it makes it a bound: `102만원까지`. */
  "bound",
  /** Before a figure: what it tells was undone within the day: `reversed an early 3 % gain`. */
  "undone",
  /** Behind a figure it is a move: `un 2 % más`. */
  "more",
  "less",
  /** Measures from something: `below`, `short of`. */
  "beside",
  /** Measured from the close before, a move: `3 % below the previous close`. */
  "below",
  "above",
  /** What the figure then belongs to is no share: revenue, a target, a yield, oil, a sector. */
  "other",
  /** The same, but only if the figure is right beside it: `stake`, `rate`. */
  "other-beside",
  /** An offer or a target: the close that it is measured by remains one: `a premium to Monday's close of $41.20`. */
  "valued",
  /** What is told is expected, not traded. */
  "forecast",
  /** It denies what the verb beside it tells, or makes a condition of it: `3%下落すれば`. */
  "not",
  /** At the sentence's beginning, it tells what did not happen, or may: `Had Acme fallen`, `Falls Acme fällt`. */
  "unreal",
  /** The move is one of a week, a month, a year. */
  "period",
  /** The figure of its clause is a year old or older. */
  "long-ago",
  /** Days of one direction, which the day goes on with or ends: `a three-day winning run`. */
  "streak",
  /** The move is the day's: `on the day`, `daily`. */
  "daily",
  /** Makes `since` a mark of records, not a period: `best`, `largest`. */
  "superlative",
  /** A session before that of the sentence: `previous`, `prior day`. */
  "previous",
  "today",
  /** The session named last in the text: `that day`. */
  "same-day",
  "yesterday",
  "before-yesterday",
  /** Beside a weekday, it may make it that of the week before: `last Tuesday`. */
  "past",
  "latest",
  /** A session without a date: `the very next session`. `last Thursday` is none, as it has its weekday. */
  "next",
  /** Before a word of the close, it makes it an hour before: `shortly before the close`. */
  "before",
  "premarket",
  "after-hours",
  "intraday",
  /** Makes the number before it a time of day: `0930 GMT`. */
  "clock",
  "about",
  /** The figure is a bound of the true one; those that are an upper bound are `less-than` as well. */
  "more-than",
  "less-than",
  /** The share of the company that the text is about: `the stock`, `das Papier`. */
  "share",
  /** A receipt for the share, or another class of it: its price is another. */
  "receipt",
  /** `per share`: what is before it may be earnings. */
  "per-share",
  /** The company that the text is about: `the company`, `it`. */
  "company",
  /** The index that the text is about. */
  "index",
  /** A market or region; with shares behind it, it is no company. */
  "region",
  /** Companies of an index, after its name. */
  "member",
  "respectively",
  "each",
  /** Two figures of one move: `or`. */
  "or",
  "and",
  /** Follows what a sentence tells of: `は`, `이`. */
  "topic",
  /** Before points or money it makes them a mark, and no move: `recupera los 17.800 puntos`. */
  "definite",
  /** Before the names of some of a group, of which the figure is told: `chip stocks including Acme fell 3 %`. */
  "example",
  /** Begins a clause about the name before it: `, which owns a mine,`. */
  "relative",
  /** Begins a clause about a day named before: `since March 2020, when it lost 14 %`. */
  "when",
  /** Begins another clause. */
  "clause",
  /** `in`, `of`, `for` between a move and whose it is. */
  "of",
  /** `on`, `in` before a market's name: the place, not the index. */
  "place",
  /** Says nothing of a figure: articles, auxiliaries, adverbs. */
  "filler",
  /** The commonest words of the language, by which it is known; each is a filler too. */
  "common",
] as const;
/** One of `WORD_KINDS`. */
export type WordKind = (typeof WORD_KINDS)[number];

/** A language's words, its number words, and the names of its days and months. */
export interface LanguageWords {
  readonly phrases: Readonly<Partial<Record<WordKind, string>>>;
  /** Numbers in words from zero on. */
  readonly numbers: string;
  /** From Sunday on. */
  readonly weekdays: string;
  /** From January on, with their short forms: `|` between months, `,` between forms. */
  readonly months: string;
}
