import type { Comparison } from "../domain/market/comparison";
import type { Wording } from "../ui/figures";

/** The trading day that every figure of the card belongs to, and "stale" when a newer close was due. */
export function TradingDayLines({
  comparison: { closedAt, date, zone, staleSince },
  wording: { text, format },
}: {
  comparison: Pick<Comparison, "closedAt" | "date" | "zone" | "staleSince">;
  wording: Wording;
}) {
  return (
    <>
      <p class="at-close">
        {closedAt === null
          ? text("card_atCloseOfDay", { day: format.day(date) })
          : text("card_atClose", { moment: format.moment(closedAt, zone) })}
      </p>
      {staleSince !== null && <p class="stale">{text("card_stale", { day: format.day(staleSince) })}</p>}
    </>
  );
}
