import linkifyElement from "linkify-element";
import { createTokenClass, registerPlugin, State } from "linkifyjs";
import Mark from "mark.js";

/** Marks the words by wrapping them in elements, as mark.js does for find-in-page features. */
export function markWithMarkJs(words: readonly string[]): Promise<void> {
  return new Promise((done) => {
    new Mark(document.body).mark([...words], { separateWordSearch: false, accuracy: "exactly", done: () => done() });
  });
}

/**
 * Marks the words as links, as linkify-element does for addresses; its
 * tokeniser knows letters only, so words with others are left out.
 */
export function markWithLinkify(words: readonly string[]): void {
  registerPlugin("listing", ({ scanner, parser }) => {
    const Listing = createTokenClass("listing", { isLink: true, toHref: () => "#" });
    for (const word of words) {
      if (!/^[A-Za-z]+$/.test(word)) continue;
      const token = word.toLowerCase();
      scanner.start.ts(token, token, { ascii: true, asciinumeric: true });
      // Its own plugins do the same; the declared type has the class and its instances confused.
      parser.start.tt(token, new State(Listing as never));
    }
  });
  linkifyElement(document.body);
}
