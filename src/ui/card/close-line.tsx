import type { Comparison } from "../../domain/market/comparison";
import type { Wording } from "../figures";

type TradingDay = Pick<Comparison, "closedAt" | "date" | "zone" | "staleSince">;

/** Says when the close was, in the exchange's zone: "Close of Tue, Nov 11, 2025, 4:00 PM EST". */
export function closeOfText({ closedAt, date, zone }: TradingDay, { text, format }: Wording): string {
  return text("card_closeOf", {
    moment: closedAt === null ? format.weekdayAndDay(date) : format.moment(closedAt, zone),
  });
}

/** Says which newer close was due; null if this is the newest. */
export function staleText({ staleSince }: TradingDay, { text, format }: Wording): string | null {
  return staleSince === null ? null : text("card_stale", { day: format.day(staleSince) });
}

/** The line with the trading day that every figure of the card belongs to, and "stale" if a newer close was due. */
export function CloseLine({ comparison, wording }: { comparison: TradingDay; wording: Wording }) {
  const stale = staleText(comparison, wording);
  return (
    <p class="close-of">
      {closeOfText(comparison, wording)}
      {stale !== null && (
        <span class="stale" title={stale}>
          {" · "}
          {wording.text("popup_stale")}
          <span class="sq-words">: {stale}</span>
        </span>
      )}
    </p>
  );
}
