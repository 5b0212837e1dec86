import type { WordedStatement } from "../../domain/statements/article-statement";
import type { TextOf } from "../text";

/**
 * What the article states of the listing, and whether the market agrees: in words and
 * a sign. `show` shows the sentence in the page; null where the card stands beside it.
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
        {text("card_inArticle")}{" "}
        {show && (
          <button type="button" class="turn" onClick={show}>
            {text("card_statedShow")}
          </button>
        )}
      </p>
      <p>{stated.figures}</p>
      <p>
        <b aria-hidden="true">{stated.sign}</b> {stated.sentence}
      </p>
    </div>
  );
}
