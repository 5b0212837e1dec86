import type { WordedStatement } from "../../domain/statements/article-statement";
import type { TextOf } from "../text";

/**
 * What the article states of the listing, and whether that agrees with the market: in words and a sign. `show` shows
 * the sentence in the page; null if the card is beside it. The title is also the button, because a separate one would
 * need a line for which the answer has no room.
 */
export function StatedBlock({
  stated,
  text,
  show,
}: {
  stated: WordedStatement;
  text: TextOf;
  show: ((event: MouseEvent) => void) | null;
}) {
  return (
    <div class="article" data-row="stated">
      <p class="row-title">
        {show ? (
          <button type="button" class="turn" title={text("card_statedShow")} onClick={show}>
            {text("card_inArticle")} <span aria-hidden="true">↗</span>
            <span class="sq-words">{text("card_statedShow")}</span>
          </button>
        ) : (
          text("card_inArticle")
        )}
      </p>
      <p>
        {stated.figures}
        {stated.benchmark !== "" && <span data-row="stated-benchmark"> · {stated.benchmark}</span>}
      </p>
      <p>
        <b aria-hidden="true">{stated.sign}</b> {stated.sentence}
      </p>
    </div>
  );
}
