import { siteOfAddress } from "../domain/site";
import { ask } from "../platform/ask";
import { textOf, uiLanguage } from "../platform/browser-text";
import { offerCard, withdrawCard } from "../platform/card-slot";
import { now } from "../platform/clock";
import { isOwnPage } from "../platform/own-page";
import { createCard } from "./card";
import { reportsCover, watchCover } from "./watch-cover";

/** Set by demo and end-to-end builds only. The shipped card's shadow root is closed. */
declare const __OPEN_CARD__: boolean;

const card = createCard({
  ask,
  text: textOf,
  language: uiLanguage(),
  rootMode: __OPEN_CARD__ ? "open" : "closed",
  uptime: () => performance.now(),
  now,
  watchCover,
  withdraw: () => withdrawCard(card),
  isOwnPage: isOwnPage(),
  site: siteOfAddress(location.href) ?? null,
  coverRisk: { isFramed: self !== top, reportsCover: reportsCover() },
  isTouch: () => matchMedia("(hover: none) and (pointer: coarse)").matches,
});
offerCard(card);
