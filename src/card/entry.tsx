import { siteOfAddress } from "../domain/site";
import { offerCard, withdrawCard } from "../platform/card-slot";
import { now } from "../platform/clock";
import { createCard } from "./card";
import { reportsCover, watchCover } from "./watch-cover";

/** Set by demo and end-to-end builds only. The shipped card's shadow root is closed. */
declare const __OPEN_CARD__: boolean;

offerCard((access) => {
  const card = createCard({
    ...access,
    rootMode: __OPEN_CARD__ ? "open" : "closed",
    uptime: () => performance.now(),
    now,
    watchCover,
    withdraw: () => withdrawCard(card),
    site: siteOfAddress(location.href) ?? null,
    coverRisk: { isFramed: self !== top, reportsCover: reportsCover() },
    isTouch: () => matchMedia("(hover: none) and (pointer: coarse)").matches,
  });
  return card;
});
