import type { Ticker } from "../../ticker";
import type { Occurrence } from "./occurrence";

/** Services that pages share to, listed and unlisted ones. */
const SERVICES = new Set(
  (
    "facebook twitter x linkedin reddit pinterest tumblr digg fark flipboard whatsapp telegram snapchat instagram " +
    "youtube tiktok threads bluesky mastodon messenger pocket email e-mail mail print rss xing vk weibo wechat line"
  ).split(" "),
);
/** A row of buttons names at least this many. */
const FEWEST_SERVICES = 3;
/** A row of buttons is no longer. */
const LONGEST_ROW = 200;

/** `Digg Facebook Reddit Tumblr`: a row of names, not a sentence. */
export function isRowOfServices(text: string): boolean {
  if (text.length > LONGEST_ROW || /[,;]|\.\s/.test(text)) return false;
  const services = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => SERVICES.has(word));
  return new Set(services).size >= FEWEST_SERVICES;
}

/** How far beside a name a row of services is read, UTF-16 units. */
const FAR = 60;
const BETWEEN_SERVICES = /[\s|•·/]+/;

/** Whether a name within a longer text, as a page's foot, is one of a row of services: `Follow us: Facebook X TikTok`. */
export function isInRowOfServices(text: string, start: number, end: number): boolean {
  const before = text
    .slice(Math.max(0, start - FAR), start)
    .toLowerCase()
    .split(BETWEEN_SERVICES)
    .reverse();
  const after = text
    .slice(end, end + FAR)
    .toLowerCase()
    .split(BETWEEN_SERVICES);
  const row = [before, after].flatMap(([next, ...words]) => {
    const stop = words.findIndex((word) => !SERVICES.has(word));
    return next === "" ? words.slice(0, stop < 0 ? words.length : stop) : [];
  });
  return new Set(row).size + 1 >= FEWEST_SERVICES;
}

const CREDITED =
  /(?:\b(?:photo|image|picture|credit|source|foto|bild|quelle|fuente|fonte)(?: credit)?: ?|\bcourtesy of |(?:写真|图|图片|圖|来源|사진|출처)[:：=] ?)(?:the )?$/i;
/** What may stand between a credited company and the end of its line. */
const LONGEST_REST = 25;
/** Agencies that photographs are bought from. */
const AGENCIES = new Set<Ticker>(["GETY", "SSTK"]);
/** The same, and a seller of pictures among others of them: `Getty, Shutterstock, Alamy, Adobe Stock`. */
const SELLERS = new Set<Ticker>([...AGENCIES, "ADBE"]);
const BESIDE_SELLERS = /\b(?:Alamy|iStock|Depositphotos|Getty|Unsplash|Shutterstock)\b/;
/** How far beside a name other sellers of pictures are looked for, UTF-16 units. */
const NEAR = 24;

/** `Image: Netflix`, `Jane Doe/Shutterstock`. */
export function isCredited({ candidate: { start, end, ticker }, block: { text } }: Occurrence): boolean {
  const before = text.slice(Math.max(0, start - 30), start);
  if (AGENCIES.has(ticker) && /(?:\/|\bvia )$/.test(before)) return true;
  if (SELLERS.has(ticker) && isAmongSellers(text, start, end)) return true;
  return text.length - end <= LONGEST_REST && CREDITED.test(before);
}

function isAmongSellers(text: string, start: number, end: number): boolean {
  const [before, after] = [text.slice(Math.max(0, start - NEAR), start), text.slice(end, end + NEAR)];
  return (
    (/^ ?Stock\b|^ ?[,;/|]|^$/.test(after) && BESIDE_SELLERS.test(before)) ||
    (/^[,;/|]/.test(after) && BESIDE_SELLERS.test(after))
  );
}

/** Beyond, a block is a sentence and no label. */
const LONGEST_LABEL = 60;

/** Whether a block is one of a site's labels, as in its head and foot: short, without figures, and no sentence. */
export function isLabel(text: string): boolean {
  return text.length <= LONGEST_LABEL && !/\d|[.!?]\s*$/.test(text);
}
