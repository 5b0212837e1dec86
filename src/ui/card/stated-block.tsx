import type { WordedStatement } from "../../domain/statements/article-statement";
import type { TextOf } from "../text";

/**
 * What the article states of the listing, and whether the market agrees: in words and a sign.
 * `show` shows the sentence in the page; null where the card stands beside it. The title itself
 * is the button: one of its own takes the line that the answer's height has no room for.
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
