import { Answer } from "./answer";
import { ArticleBlock } from "./article-block";
import type { CardProps } from "./card-props";
import { Details } from "./details";
import { FailureNote } from "./failure-note";
import { Foot } from "./foot";
import { Head } from "./head";
import { labelOf, nameOf } from "./listing-name";
import { LoadingLines } from "./loading-lines";
import { spokenSummary } from "./spoken-summary";
import { StatedBlock } from "./stated-block";

/**
 * The whole card: the company, the answer, what the article states of it, the change since the article, the source, and
 * the details.
 */
export function CardView(props: CardProps) {
  const { content, description, notice, now, wording } = props;
  const { answer, settings } = content;
  const name = nameOf(content, description);
  return (
    <div
      class="note"
      role="dialog"
      aria-label={wording.text("card_label", { name, ticker: content.ticker })}
      aria-busy={answer === null}
      tabIndex={-1}
      lang={wording.text("card_language")}
      dir="ltr"
      data-form={settings.card.form}
    >
      <Head {...props} />
      <Body {...props} />
      <p class="notice" role="status">
        {notice}
        {content.attention === "announce" && (
          <span class="sq-words">{spokenSummary(content, name, wording, now())}</span>
        )}
      </p>
    </div>
  );
}

function Body(props: CardProps) {
  const { content, afterHours, description, open, wording, actions } = props;
  const { answer, settings } = content;
  const compact = settings.card.form === "compact";
  if (answer === null) return <LoadingLines {...props} />;
  if (!answer.ok) return <FailureNote {...props} failure={answer.failure} />;
  const comparison = answer.value;
  const other = settings.card.rows.includes("other-listing") ? (description?.other ?? null) : null;
  return (
    <>
      <Answer {...{ comparison, afterHours, wording, compact }} />
      {!compact && content.stated && settings.card.rows.includes("in-article") && (
        <StatedBlock
          stated={content.stated}
          text={wording.text}
          show={content.isStatedElsewhere ? actions.showStated : null}
        />
      )}
      {!compact && settings.card.rows.includes("since-article") && (
        <ArticleBlock comparison={comparison} wording={wording} />
      )}
      {!compact && <Foot comparison={comparison} open={open} wording={wording} more={actions.more} />}
      {!compact && open && (
        <Details
          key={comparison.ticker}
          comparison={comparison}
          label={labelOf(content, description)}
          other={other}
          card={settings.card}
          wording={wording}
          turnTo={actions.turnTo}
        />
      )}
    </>
  );
}
