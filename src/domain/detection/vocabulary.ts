/** The patterns that detection looks for. Sticky ones are to be tried where the text before them ends. */
export interface Words {
  /** Words that only a text about the market uses often; they make a page a market page. */
  readonly market: RegExp;
  /** What stands right after a company: its shares, or what they did. Sticky. */
  readonly after: RegExp;
  /** What stands right before one. */
  readonly before: RegExp;
  /** Where a text gives credit or names its owner; companies in it are not what it is about. */
  readonly credits: RegExp;
  /** What invites to share or follow; the networks beside it are buttons. */
  readonly sharing: RegExp;
  /** What could name a listing, in any script; compiled on the first call, as its tables take longer than reading a long page. */
  readonly candidate: () => RegExp;
  /** The same for western texts, which are nearly all: four times as fast without the tables of all scripts. */
  readonly westernCandidate: RegExp;
  /** A letter, digit or mark that no western European language has; punctuation and currency signs belong to all. */
  readonly notWestern: RegExp;
  /** A colon after a word and before a symbol. */
  readonly maybeQualified: RegExp;
  /** What follows an exchange's name, `: BABA`, or a ticker, `:Nasdaq`. Sticky. */
  readonly qualified: RegExp;
  /** A bracket after a name, with at most a few characters between (`'s`, a share class, an exchange's code). Sticky. */
  readonly bracket: RegExp;
  /** A bracket right after another. Sticky. */
  readonly secondBracket: RegExp;
}

/** The patterns' sources and flags. They live in the background and reach a page's script as text, once: its size is limited. */
export type Vocabulary = { readonly [W in keyof Words]: readonly [source: string, flags: string] };

/** Compiles a vocabulary. */
export function wordsOf(vocabulary: Vocabulary): Words {
  const compile = ([source, flags]: Vocabulary[keyof Words]) => new RegExp(source, flags);
  const compiled = Object.entries(vocabulary).map(([name, pattern]) => [
    name,
    name === "candidate" ? once(() => compile(pattern)) : compile(pattern),
  ]);
  // The entries of a vocabulary are by its type those of `Words`.
  return Object.fromEntries(compiled) as Words;
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
