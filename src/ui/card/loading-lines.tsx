import { benchmarkName } from "../benchmark-name";
import { AWAITED_CLOSE } from "./awaited";
import type { CardProps } from "./card-props";

/** Used to leave out the row about an article of today, as there is no change since then. */
const DAY_MS = 86_400_000;

/**
 * Shown while the answer is awaited: as many lines, and as long, as the answer will have, so that nothing jumps when it
 * comes.
 */
export function LoadingLines({ content, open, now, wording }: CardProps) {
  const { text, format } = wording;
  const { published, settings } = content;
  const { form, rows } = settings.card;
  const full = form === "full";
  const isOld = published !== undefined && Date.parse(published) < now() - DAY_MS;
  const { closedAt, zone, close, change, difference, currency } = AWAITED_CLOSE;
  const verdict = text("card_trailed", {
    benchmark: benchmarkName(settings.card.benchmark, wording),
    change: format.percent(change),
    difference: text("figure_points", { points: format.size(difference) }),
  });
  return (
    <>
      <div class="answer loading">
        <p class="sq-words">{text("card_loading")}</p>
        <p class="close-line">
          <Ghost of={format.price(close, currency)} class="close" />
          <Ghost of={format.percent(change)} class="change" />
        </p>
        <p class="verdict">
          <Ghost of={verdict} />
        </p>
        <p class="close-of">
          <Ghost of={text("card_closeOf", { moment: format.moment(closedAt, zone) })} />
        </p>
      </div>
      {full && isOld && rows.includes("since-article") && (
        <div class="article" data-row="article">
          <p class="row-title">
            <Ghost of={text("card_sinceArticle", { day: published })} />
          </p>
          <p class="since-figures">
            <Ghost of={`${format.percent(change)} ${format.percent(change)}`} />
          </p>
        </div>
      )}
      {full && (
        <div class="foot" data-row="foot">
          <p class="source">
            <Ghost of={`Yahoo Finance · ${text("card_priceReturns")}`} />
          </p>
        </div>
      )}
      {full && open && (
        <div class="details details-to-come" data-row="details" style={{ blockSize: rowsToCome(rows) }} />
      )}
    </>
  );
}

type Row = CardProps["content"]["settings"]["card"]["rows"][number];

/** The heights of the rows in em, so that awaited rows have their room. */
const ROOM: Partial<Record<Row, number>> = { chart: 6.2, horizons: 9.7, "year-range": 2.6, "other-listing": 1.55 };
const GAP = 0.7;

function rowsToCome(rows: readonly Row[]): string {
  const rooms = rows.flatMap((row) => ROOM[row] ?? []);
  return `${rooms.reduce((sum, room) => sum + room + GAP, 0.3 - GAP).toFixed(2)}em`;
}

/** A grey bar as long as a text. The text itself can be neither seen, nor copied, nor read by a screen reader. */
function Ghost({ of, class: name = "" }: { of: string; class?: string }) {
  return <span class={`ghost ${name}`} data-text={of} aria-hidden="true" />;
}
