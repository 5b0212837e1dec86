import type { WordedStatement } from "../domain/statements/article-statement";
import type { TextOf } from "../ui/text";
import type { Statements } from "./use-statements";

/** The verdicts that are counted; figures that are no close are not judged. */
const COUNTED = ["agrees", "another-day", "differs"] as const;
const COUNTS = {
  agrees: "popup_statedAgree",
  "another-day": "popup_statedOtherDay",
  differs: "popup_statedDiffer",
} as const;
const BADGES = {
  agrees: "popup_agrees",
  "another-day": "popup_otherDay",
  differs: "popup_differs",
  "not-a-close": null,
} as const;

/**
 * Says for how many of the page's companies the article's figures agree with the market, are of another day, or differ;
 * nothing if none was judged.
 */
export function StatedLine({ stated, text }: { stated: Statements; text: TextOf }) {
  const all = Object.values(stated);
  const parts = COUNTED.flatMap((verdict) => {
    const of = all.filter((one) => one.verdict === verdict);
    const [first] = of;
    return first ? [`${first.sign} ${text(COUNTS[verdict], { count: String(of.length) })}`] : [];
  });
  if (parts.length === 0) return null;
  return (
    <p class="pp-stated-line" data-row="stated-line">
      {text("popup_stated")} {parts.join(" · ")}
    </p>
  );
}

/**
 * Says whether the article's figures of a company agree with the market: a sign and a word; the whole sentence is in
 * its title.
 */
export function StatedBadge({ stated, text }: { stated: WordedStatement; text: TextOf }) {
  const word = BADGES[stated.verdict];
  if (word === null) return null;
  const whole = `${text("card_inArticle")}: ${stated.figures}. ${stated.sentence}`;
  return (
    <span class="pp-stated" data-verdict={stated.verdict} title={whole}>
      <span aria-hidden="true">
        {stated.sign} {text(word)}
      </span>
      <span class="sq-words">{whole}</span>
    </span>
  );
}
