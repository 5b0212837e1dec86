import { type Publication, publicationOf, type StatedDates } from "../domain/article";
import { ok, type Result } from "../domain/failure";

/**
 * Answers when a page's article was published, from what the page states about itself. `now` gives epoch milliseconds.
 */
export function createPublication(now: () => number): (stated: StatedDates) => Result<Publication | null> {
  return (stated) => ok(publicationOf(stated, new Date(now()).toISOString().slice(0, 10)));
}
