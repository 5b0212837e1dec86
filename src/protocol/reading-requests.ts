import * as z from "zod/mini";
import { LONGEST_DATE_TEXT, MOST_DATE_TEXTS, type Publication, type StatedDates } from "../domain/article";
import { type Mention, MOST_LINKS, MOST_REPORTED, MOST_TEXTS } from "../domain/detection/mention";
import type { BlockText } from "../domain/detection/mentions";
import type { PageCompany } from "../domain/detection/page-companies";
import type { LocalDate } from "../domain/market/closes";
import { MOST_NAMED, MOST_STATED_BLOCKS, type WordedStatement } from "../domain/statements/article-statement";
import type { Ticker } from "../domain/ticker";
import { localDate, nothing, offset, surface, tabId, text, ticker } from "./payload-fields";
import { ANYONE, request } from "./request";

const links = () =>
  z.array(z.strictObject({ start: z.int(), end: z.int(), surface: surface() })).check(z.maxLength(1_000));

/**
 * Blocks and links are counted before each is checked, as hundreds of thousands would block the background for seconds.
 */
function isWithinLimits(blocks: unknown): boolean {
  if (!Array.isArray(blocks) || blocks.length > MOST_TEXTS) return false;
  let count = 0;
  for (const block of blocks) {
    const own: unknown = Object(block).links;
    count += Array.isArray(own) ? own.length : 0;
  }
  return count <= MOST_LINKS;
}

const dateTexts = () => z.array(dateText()).check(z.maxLength(MOST_DATE_TEXTS));
const dateText = () => z.string().check(z.maxLength(LONGEST_DATE_TEXT));

/** The blocks of an article that name a listing, the day it was published, and the language that the page states. */
export interface ArticleText {
  readonly published: LocalDate;
  readonly lang: string;
  readonly blocks: { text: string; named: { ticker: Ticker; start: number; end: number }[] }[];
}

/** Requests about the text of a page. */
export const READING_REQUESTS = {
  /** When the page's article was published, according to what the page states; null if that is not known. */
  publication: request<StatedDates, Publication | null>(ANYONE, () =>
    z.strictObject({ structured: dateTexts(), meta: dateTexts(), times: dateTexts(), path: dateText() }),
  ),
  /**
   * The mentions in the blocks of one page, each of which is context for the others; null for a block without a name
   * that the directory knows. Nothing of the page is kept.
   */
  identify: request<{ blocks: BlockText[]; published?: LocalDate | undefined }, readonly (readonly Mention[] | null)[]>(
    ANYONE,
    () =>
      z.strictObject({
        blocks: z.pipe(z.custom<unknown[]>(isWithinLimits), z.array(z.strictObject({ text: text(), links: links() }))),
        published: z.optional(localDate()),
      }),
  ),
  /**
   * What blocks of an article state of listings, judged by the closes that are kept. Sent after the figures have come;
   * no source is asked. Nothing of the text is kept. `isPrivate` as in `compare-rows`.
   */
  "article-statements": request<
    ArticleText & { tickers: Ticker[]; isPrivate?: boolean | undefined },
    readonly WordedStatement[]
  >(ANYONE, () =>
    z.strictObject({
      tickers: z.array(ticker()).check(z.minLength(1), z.maxLength(MOST_REPORTED)),
      published: localDate(),
      lang: z.string().check(z.maxLength(256)),
      blocks: z
        .array(
          z.strictObject({
            text: text(),
            named: z
              .array(z.strictObject({ ticker: ticker(), start: offset(), end: offset() }))
              .check(z.maxLength(MOST_NAMED)),
          }),
        )
        .check(z.maxLength(MOST_STATED_BLOCKS)),
      isPrivate: z.optional(z.boolean()),
    }),
  ),
  /**
   * The pointer has come to a mention, or the page has changed, so that a question will follow in a moment. The
   * background wakes and gets ready; no provider is asked.
   */
  wake: request<Record<string, never>, null>(["content"], nothing),
  /** The listings a frame mentions, for the badge; sent when they change. */
  "report-mentions": request<{ tickers: Ticker[] }, null>(["content"], () =>
    z.strictObject({ tickers: z.array(ticker()).check(z.maxLength(MOST_REPORTED)) }),
  ),
  /**
   * The companies that the frames of a tab mention, those that the page is about first; null if no content script
   * answers there.
   */
  "page-mentions": request<{ tabId: number }, readonly PageCompany[] | null>(["own-page"], () =>
    z.strictObject({ tabId: tabId() }),
  ),
  /**
   * Reads a tab's page without a lasting permission, which opening the popup allows. False if the browser forbids it.
   */
  "look-once": request<{ tabId: number }, boolean>(["own-page"], () => z.strictObject({ tabId: tabId() })),
} as const;
