import { type ArticleDateClues, type Publication, publicationOf } from "../domain/article";
import { ok, type Result } from "../domain/failure";

/**
 * Answers when a page's article was published, from what the page states about itself. `now` gives epoch milliseconds.
 */
export function createPublication(now: () => number): (clues: ArticleDateClues) => Result<Publication | null> {
  return (clues) => ok(publicationOf(clues, new Date(now()).toISOString().slice(0, 10)));
}
