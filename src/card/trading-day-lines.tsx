import type { Comparison } from "../domain/market/comparison";
import type { Wording } from "../ui/figures";

type TradingDay = Pick<Comparison, "closedAt" | "date" | "zone" | "staleSince">;

/** When the close was, in the exchange's zone: "At close: Nov 11, 2025, 4:00 PM EST". */
export function atCloseText({ closedAt, date, zone }: TradingDay, { text, format }: Wording): string {
  return closedAt === null
    ? text("card_atCloseOfDay", { day: format.day(date) })
    : text("card_atClose", { moment: format.moment(closedAt, zone) });
}

/** That a newer close was due, and which; null when this is the newest. */
export function staleText({ staleSince }: TradingDay, { text, format }: Wording): string | null {
  return staleSince === null ? null : text("card_stale", { day: format.day(staleSince) });
}

/** The trading day that every figure of the card belongs to, and "stale" when a newer close was due. */
export function TradingDayLines({ comparison, wording }: { comparison: TradingDay; wording: Wording }) {
  const stale = staleText(comparison, wording);
  return (
    <>
      <p class="at-close">{atCloseText(comparison, wording)}</p>
      {stale !== null && <p class="stale">{stale}</p>}
    </>
  );
}
