/** Patterns of words that the rules look for around a candidate. They live in the background and reach a page's script as text, once: its size is limited. */
export interface Vocabulary {
  /** Words that only a text about the market uses often; they make a page a market page. */
  readonly market: string;
  /** What stands right after a company: its shares, or what they did. */
  readonly after: string;
  /** What stands right before one. */
  readonly before: string;
  /** Where a text gives credit or names its owner; companies in it are not what it is about. */
  readonly credits: string;
}

/** A vocabulary ready for use. */
export interface Words {
  readonly market: RegExp;
  /** Sticky: to be tried at a candidate's end. */
  readonly after: RegExp;
  readonly before: RegExp;
  readonly credits: RegExp;
}

/** Compiles a vocabulary. */
export function wordsOf({ market, after, before, credits }: Vocabulary): Words {
  return {
    market: new RegExp(market, "giu"),
    after: new RegExp(after, "iuy"),
    before: new RegExp(before, "iu"),
    credits: new RegExp(credits, "iu"),
  };
}
