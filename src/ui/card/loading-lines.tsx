import { benchmarkName } from "../benchmark-name";
import { AWAITED_CLOSE } from "./awaited";
import type { CardProps } from "./card-content";

/** An article of today has nothing to be measured from. */
const DAY_MS = 86_400_000;

/**
 * The place of the answer while it is awaited: lines as long and
 * as many as are to come, so that nothing jumps when they do.
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
        <div class="details details-to-come" data-row="details" style={{ "--rows": rowsToCome(rows) }} />
      )}
    </>
  );
}

/** Heights of the rows in em: what is awaited keeps its room. */
const ROOM = {
  chart: 6.2,
  horizons: 9.7,
  "year-range": 2.6,
  "in-article": 0,
  "since-article": 0,
  "other-listing": 1.55,
} as const;
const GAP = 0.7;

function rowsToCome(rows: readonly (keyof typeof ROOM)[]): string {
  const rooms = rows.map((row) => ROOM[row]).filter((room) => room > 0);
  return `${rooms.reduce((sum, room) => sum + room + GAP, 0.3 - GAP).toFixed(2)}em`;
}

/** A grey bar as long as a text, which nobody reads: neither eye nor screen reader nor clipboard. */
function Ghost({ of, class: name = "" }: { of: string; class?: string }) {
  return <span class={`ghost ${name}`} data-text={of} aria-hidden="true" />;
}
