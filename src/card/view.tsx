import type { Comparison } from "../domain/market/comparison";
import type { CardRequest, Description } from "../protocol";
import type { Wording } from "../ui/figures";
import { Actions } from "./actions";
import { Answer } from "./answer";
import { Details } from "./details";
import { FailureNote } from "./failure-note";
import { Foot } from "./foot";
import { Identity, nameOf } from "./identity";
import { LoadingLines } from "./loading-lines";
import { spokenSummary } from "./spoken-summary";

/** What the reader can do inside the card; each is handed the event, as only trusted ones count. */
export interface CardActions {
  readonly star: (event: MouseEvent) => void;
  readonly openPage: (page: "options" | "welcome", event: MouseEvent) => void;
  readonly retry: (event: MouseEvent) => void;
  readonly close: (event: MouseEvent) => void;
}

export interface CardProps {
  readonly request: CardRequest;
  /** null until the directory has answered. */
  readonly description: Description | null;
  /** A sentence about the reader's last action, or null. */
  readonly notice: string | null;
  /** Epoch milliseconds, for the time left of a rest. */
  readonly now: number;
  readonly wording: Wording;
  readonly actions: CardActions;
}

/** The whole card: the answer first, then whose it is, then what stands behind it. */
export function CardView(props: CardProps) {
  const { request, description, notice, now, wording, actions } = props;
  const { text } = wording;
  const { answer, settings } = request;
  const compact = settings.card.form === "compact";
  const name = nameOf(request, description);
  return (
    <div
      class="note"
      role="dialog"
      aria-label={text("card_label", { name, ticker: request.ticker })}
      aria-busy={answer === null}
      tabIndex={-1}
      lang={text("card_language")}
      dir="ltr"
      data-form={settings.card.form}
    >
      <Body {...props} />
      <Identity request={request} description={description} wording={wording}>
        <Actions request={request} description={description} wording={wording} actions={actions} />
      </Identity>
      {!compact && <Rest {...props} />}
      {answer?.ok && <Foot comparison={answer.value} wording={wording} compact={compact} />}
      <p class="notice" role="status">
        {notice}
        {request.attention === "announce" && <span class="sq-words">{spokenSummary(request, name, wording, now)}</span>}
      </p>
    </div>
  );
}

function Body({ request, now, wording, actions }: CardProps) {
  const { answer } = request;
  const compact = request.settings.card.form === "compact";
  if (answer === null) return <LoadingLines wording={wording} compact={compact} />;
  if (!answer.ok) return <FailureNote failure={answer.failure} now={now} wording={wording} actions={actions} />;
  return <Answer comparison={answer.value} wording={wording} compact={compact} />;
}

function Rest({ request, description, now, wording }: CardProps) {
  const { answer, settings } = request;
  if (answer === null) {
    const isOld = request.published !== undefined && Date.parse(request.published) < now - DAY_MS;
    const missing = [isOld ? null : "since-article", description?.other ? null : "other-listing"];
    return <RowsToCome rows={settings.card.rows.filter((row) => !missing.includes(row))} />;
  }
  if (!answer.ok) return null;
  const comparison: Comparison = answer.value;
  return (
    <Details
      key={comparison.ticker}
      comparison={comparison}
      other={description?.other ?? null}
      card={settings.card}
      wording={wording}
    />
  );
}

/** An article of today has nothing to be measured from. */
const DAY_MS = 86_400_000;

/** Heights of the rows in em: what is awaited keeps its room, so that the card does not jump. */
const ROOM = { chart: 6.1, horizons: 10.85, "year-range": 2.8, "since-article": 4.2, "other-listing": 1.4 } as const;
const GAP = 0.75;

function RowsToCome({ rows }: { rows: CardRequest["settings"]["card"]["rows"] }) {
  const rooms = rows.map((row) => ROOM[row]);
  const height = rooms.reduce((sum, room) => sum + room + GAP, -GAP);
  return (
    <>
      {rooms.length > 0 && <div class="details-to-come" style={{ "block-size": `${height.toFixed(2)}em` }} />}
      <div class="foot foot-to-come" />
    </>
  );
}
