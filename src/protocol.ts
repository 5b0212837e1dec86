import * as z from "zod/mini";
import {
  LONGEST_SURFACE,
  LONGEST_TEXT,
  type Mention,
  MOST_LINKS,
  MOST_REPORTED,
  MOST_TEXTS,
} from "./domain/detection/mention";
import type { BlockText } from "./domain/detection/mentions";
import type { PageCompany, RankedMention } from "./domain/detection/page-companies";
import type { Failure, Result } from "./domain/failure";
import type { KeyTest } from "./domain/key-test";
import type { Description, FoundListing } from "./domain/listing";
import { isLocalDate } from "./domain/market/calendar-day";
import type { LocalDate } from "./domain/market/closes";
import type { Comparison, ComparisonRow } from "./domain/market/comparison";
import { once } from "./domain/once";
import { CARD_FORMS, type PublicSettings, type Settings, type SettingsState } from "./domain/settings";
import { siteFromInput } from "./domain/site";
import { MOST_NAMED, MOST_STATED_BLOCKS, type WordedStatement } from "./domain/statements/article-statement";
import { isTicker, type Ticker } from "./domain/ticker";
import { WATCHLIST_LIMIT, type WatchedListing, type WatchlistChange } from "./domain/watchlist";
import { PROVIDER_IDS, type ProviderId } from "./providers/catalogue";

/** Who sends a request: a content script (with its card) inside a page, or one of our own pages. */
export type Role = "content" | "own-page";

/** One request: who may send it, and the schema its payload must meet. The reply's type travels in `R` only. */
export interface Request<P, R> {
  readonly from: readonly Role[];
  /** Built when it is first asked for, as a background wakes for one or two requests and not for all. */
  readonly payload: () => z.ZodMiniType<P>;
  readonly reply?: R;
}

function request<P, R>(from: readonly Role[], build: () => z.ZodMiniType<P>): Request<P, R> {
  return { from, payload: once(build) };
}

const ticker = () => z.string().check(z.refine(isTicker));
const localDate = () => z.string().check(z.refine(isLocalDate));
/** Epoch milliseconds of the Web's own years. */
const instant = () => z.int().check(z.minimum(0), z.maximum(Date.UTC(2100, 0)));
const text = () => z.string().check(z.maxLength(LONGEST_TEXT));
const offset = () => z.int().check(z.minimum(0), z.maximum(LONGEST_TEXT));
const surface = () => z.string().check(z.maxLength(LONGEST_SURFACE));
const nothing = () => z.strictObject({});

const tabId = () => z.int().check(z.minimum(0));
const site = () =>
  z.string().check(
    z.maxLength(253),
    z.refine((text) => siteFromInput(text) === text),
  );
const name = () => z.string().check(z.maxLength(256));
const provider = () => z.enum(PROVIDER_IDS);

const links = () =>
  z.array(z.strictObject({ start: z.int(), end: z.int(), surface: surface() })).check(z.maxLength(1_000));

/** Counted before each is looked at: hundreds of thousands would hold the background up for seconds. */
function hasFewLinks(blocks: unknown): boolean {
  if (!Array.isArray(blocks)) return false;
  let links = 0;
  for (const block of blocks.slice(0, MOST_TEXTS)) {
    const of: unknown = Object(block).links;
    links += Array.isArray(of) ? of.length : 0;
  }
  return links <= MOST_LINKS;
}

const ANYONE: readonly Role[] = ["content", "own-page"];

/** What the card may change beside the watchlist's star: decision 0026. */
export type CardChoice =
  /** Whether what stands behind the answer is shown at once. */
  | { readonly choice: "more"; readonly open: boolean }
  | { readonly choice: "form"; readonly form: Settings["card"]["form"] }
  /** The word is not marked any more, on this site or anywhere. */
  | { readonly choice: "never"; readonly word: string; readonly everywhere: boolean }
  | { readonly choice: "site-off" };

/** Longest word of the lists that the reader keeps. */
const LONGEST_WORD = 80;

/** What a search found; the provider's part may have failed while the directory's stands. */
export interface SearchReply {
  readonly listings: readonly FoundListing[];
  readonly failure: Failure | null;
}

/** What is known of the directory's state. */
export interface DirectoryState {
  readonly listings: number;
  /** When the full directory was fetched, epoch milliseconds; null while only the starter is there. */
  readonly fetchedAt: number | null;
}

/** Every request the background answers. A handler returns a `Result` of the reply. */
export const REQUESTS = {
  /** What the blocks of one page mention, each as context for the others; null for a block that names nobody the directory knows. Nothing of the page is kept. */
  identify: request<{ blocks: BlockText[]; published?: LocalDate | undefined }, readonly (readonly Mention[] | null)[]>(
    ANYONE,
    () =>
      z.strictObject({
        blocks: z.pipe(
          z.custom<unknown[]>(hasFewLinks),
          z.array(z.strictObject({ text: text(), links: links() })).check(z.maxLength(MOST_TEXTS)),
        ),
        published: z.optional(localDate()),
      }),
  ),
  /** How many listings the directory holds, and when the full one was fetched. */
  "directory-state": request<Record<string, never>, DirectoryState>(["own-page"], nothing),
  /**
   * The latest close of a listing beside the benchmark's; with `published`, also the change since that day's article, or
   * since its instant `publishedAt` where the page states one. With `early` the answer comes as soon as the listing's own
   * figures are there: the benchmark may be "awaited" then.
   */
  compare: request<
    {
      ticker: Ticker;
      published?: LocalDate | undefined;
      publishedAt?: number | undefined;
      early?: boolean | undefined;
    },
    Comparison
  >(ANYONE, () =>
    z.strictObject({
      ticker: ticker(),
      published: z.optional(localDate()),
      publishedAt: z.optional(instant()),
      early: z.optional(z.boolean()),
    }),
  ),
  /**
   * What blocks of an article state of listings, judged by the closes that are kept already: asked after `compare`, and no
   * source is asked. Nothing of the text is kept.
   */
  "article-statements": request<
    {
      tickers: Ticker[];
      published: LocalDate;
      lang: string;
      blocks: { text: string; named: { ticker: Ticker; start: number; end: number }[] }[];
    },
    readonly WordedStatement[]
  >(ANYONE, () =>
    z.strictObject({
      tickers: z.array(ticker()).check(z.minLength(1), z.maxLength(MOST_REPORTED)),
      published: localDate(),
      lang: z.string().check(z.maxLength(35)),
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
    }),
  ),
  /** What a page may know of the reader's settings. */
  "public-settings": request<Record<string, never>, PublicSettings>(ANYONE, nothing),
  /** The pointer has come to a mention, or the page has changed, and something will be asked in a moment: the background wakes and gets ready; no provider is asked. */
  wake: request<Record<string, never>, null>(["content"], nothing),
  /** Puts the card's script into the asking frame; asked on the first use in a page, and again when the card that nobody used has left. */
  "inject-card": request<Record<string, never>, null>(ANYONE, nothing),
  /** This frame's card has come, or gone: the tab's other frames are told, as a tab has one card. `by` is the frame's own word for itself. */
  "tell-card": request<{ by: string; isOpen: boolean }, null>(["content"], () =>
    z.strictObject({ by: z.string().check(z.maxLength(36)), isOpen: z.boolean() }),
  ),
  /** The reader pressed Esc, or elsewhere, in this frame while another has the tab's card: it goes. */
  "dismiss-card": request<Record<string, never>, null>(["content"], nothing),
  /** What the directory says of a listing, and whether it is on the watchlist; asks no provider. */
  describe: request<{ ticker: Ticker }, Description>(ANYONE, () => z.strictObject({ ticker: ticker() })),
  /** Puts a listing on the watchlist or takes it off; the card asks only after its own check of a real, uncovered click. */
  star: request<{ ticker: Ticker; starred: boolean }, null>(ANYONE, () =>
    z.strictObject({ ticker: ticker(), starred: z.boolean() }),
  ),
  /** What the reader chose in the card's menu; asked after the card's own check of a real, uncovered click. The site is the asking page's own. */
  "card-choice": request<CardChoice, null>(ANYONE, () =>
    z.discriminatedUnion("choice", [
      z.strictObject({ choice: z.literal("more"), open: z.boolean() }),
      z.strictObject({ choice: z.literal("form"), form: z.enum(CARD_FORMS) }),
      z.strictObject({
        choice: z.literal("never"),
        word: z.string().check(z.minLength(1), z.maxLength(LONGEST_WORD)),
        everywhere: z.boolean(),
      }),
      z.strictObject({ choice: z.literal("site-off") }),
    ]),
  ),
  /** Opens one of our own pages in a tab. */
  "open-page": request<{ page: "options" | "welcome" }, null>(ANYONE, () =>
    z.strictObject({ page: z.enum(["options", "welcome"]) }),
  ),
  /** The listings a frame mentions, for the badge; sent when they change. */
  "report-mentions": request<{ tickers: Ticker[] }, null>(["content"], () =>
    z.strictObject({ tickers: z.array(ticker()).check(z.maxLength(MOST_REPORTED)) }),
  ),
  /** The companies that the frames of a tab mention, those the page is about first; null when no content script answers there. */
  "page-mentions": request<{ tabId: number }, readonly PageCompany[] | null>(["own-page"], () =>
    z.strictObject({ tabId: tabId() }),
  ),
  /** The compact figures of a list, in as few requests as the source allows; with `cachedOnly` none is sent, and what is not cached is absent; `isPrivate` for a popup over a private window. */
  "compare-rows": request<
    { tickers: Ticker[]; cachedOnly?: boolean | undefined; isPrivate?: boolean | undefined },
    Readonly<Record<Ticker, Result<ComparisonRow>>>
  >(["own-page"], () =>
    z.strictObject({
      tickers: z.array(ticker()).check(z.maxLength(50)),
      cachedOnly: z.optional(z.boolean()),
      isPrivate: z.optional(z.boolean()),
    }),
  ),
  /** Listings by ticker or name: the directory first, then the provider's search; `isPrivate` as in `compare-rows`. */
  search: request<{ query: string; isPrivate?: boolean | undefined }, SearchReply>(["own-page"], () =>
    z.strictObject({
      query: z.string().check(z.minLength(1), z.maxLength(64)),
      isPrivate: z.optional(z.boolean()),
    }),
  ),
  /** The reader agrees to network use; asked by the welcome page's button. */
  "give-consent": request<Record<string, never>, null>(["own-page"], nothing),
  /** The reader takes it back: nothing leaves the browser any more. */
  "withdraw-consent": request<Record<string, never>, null>(["own-page"], nothing),
  /** The settings and what the options page says of their storage. */
  "settings-state": request<Record<string, never>, SettingsState>(["own-page"], nothing),
  /** Puts fields in place of what stands; a patch with a field that is not allowed changes nothing and names it in `refused`. */
  "change-settings": request<
    { patch: Record<string, unknown> },
    { readonly settings: Settings; readonly refused: readonly string[] }
  >(["own-page"], () => z.strictObject({ patch: z.record(z.string(), z.unknown()) })),
  /** All settings back to their defaults; watchlist, keys and consent stay. */
  "reset-settings": request<Record<string, never>, Settings>(["own-page"], nothing),
  /** Forgets the unreadable settings that were kept aside. */
  "forget-aside": request<Record<string, never>, null>(["own-page"], nothing),
  /** Switches a site off or on again, in open tabs too. */
  "switch-site": request<{ site: string; on: boolean }, null>(["own-page"], () =>
    z.strictObject({ site: site(), on: z.boolean() }),
  ),
  /** The watchlist in the reader's order. */
  watchlist: request<Record<string, never>, readonly WatchedListing[]>(["own-page"], nothing),
  /** Adds, removes, restores, moves; resolves with the list as it then is. */
  "change-watchlist": request<{ changes: WatchlistChange[] }, readonly WatchedListing[]>(["own-page"], () =>
    z.strictObject({
      changes: z
        .array(
          z.discriminatedUnion("change", [
            z.strictObject({ change: z.literal("add"), listing: z.strictObject({ ticker: ticker(), name: name() }) }),
            z.strictObject({ change: z.literal("remove"), ticker: ticker() }),
            z.strictObject({ change: z.literal("restore"), ticker: ticker() }),
            z.strictObject({ change: z.literal("move"), ticker: ticker(), index: z.int() }),
          ]),
        )
        .check(z.maxLength(WATCHLIST_LIMIT)),
    }),
  ),
  /** Reads a page of a tab without lasting permission, by the grant that opening the popup gave; false where the browser forbids it. */
  "look-once": request<{ tabId: number }, boolean>(["own-page"], () => z.strictObject({ tabId: tabId() })),
  /** Asks a provider once, with the reader's key, and tells what it said. The key itself is in no message. */
  "test-key": request<{ provider: ProviderId }, KeyTest>(["own-page"], () => z.strictObject({ provider: provider() })),
  /** The options page changed a key in its own place: what the provider refused before is forgotten. */
  "key-changed": request<{ provider: ProviderId }, null>(["own-page"], () => z.strictObject({ provider: provider() })),
  /** How much the closes kept on this computer take. */
  "cache-size": request<Record<string, never>, { readonly tickers: number; readonly bytes: number }>(
    ["own-page"],
    nothing,
  ),
  "clear-cache": request<Record<string, never>, null>(["own-page"], nothing),
} as const;

export type Requests = typeof REQUESTS;
export type RequestName = keyof Requests;
export type PayloadOf<N extends RequestName> = Requests[N] extends Request<infer P, infer _R> ? P : never;
export type ReplyOf<N extends RequestName> = Requests[N] extends Request<infer _P, infer R> ? R : never;

/** A request on the wire. */
export interface Envelope<N extends RequestName = RequestName> {
  readonly request: N;
  readonly payload: PayloadOf<N>;
}

/** What background and popup ask of a page's content script. It changes nothing but what the page shows. */
export interface PageRequests {
  "next-mention": { payload: Record<string, never>; reply: null };
  "previous-mention": { payload: Record<string, never>; reply: null };
  "open-card": { payload: Record<string, never>; reply: null };
  "close-card": { payload: Record<string, never>; reply: null };
  /** What the frame mentions, in document order; null where Sidequote is off. */
  "list-mentions": { payload: Record<string, never>; reply: FrameMentions | null };
  /** Scrolls to the ticker's next mention and shows its card. */
  "show-mention": { payload: { ticker: Ticker }; reply: null };
  /** The card of one frame has come, or gone; told to all frames of the tab, `by` being that frame's own word for itself. */
  "card-elsewhere": { payload: { by: string; isOpen: boolean }; reply: null };
  /** The reader pressed Esc, or elsewhere, in another frame than the card's. */
  "dismiss-card": { payload: Record<string, never>; reply: null };
  /** Shows the card of a listing beside the selected text; asked by the context menu. */
  "show-card-for-selection": { payload: { ticker: Ticker; name: string }; reply: null };
}
export type PageRequestName = keyof PageRequests;

/** A page request on the wire. */
export interface PageEnvelope<N extends PageRequestName = PageRequestName> {
  readonly pageRequest: N;
  readonly payload: PageRequests[N]["payload"];
}

/** What one frame mentions, with its title: what the popup's list is ranked by. */
export interface FrameMentions {
  readonly title: string;
  readonly mentions: readonly RankedMention[];
}

/** What the card is to show, and where; handed from the content script to the card, two bundles of one isolated world. */
export interface CardRequest {
  readonly ticker: Ticker;
  /** The company's name, for the label before the directory has answered. */
  readonly name: string;
  /** The words of the page that the card stands beside; "" where they are no mark. */
  readonly surface: string;
  /** null while the answer is awaited. */
  readonly answer: Result<Comparison> | null;
  /** What the article states of the listing; null while it is not known, or states nothing. */
  readonly stated?: WordedStatement | null;
  /** Whether the statement stands elsewhere than the mention. */
  readonly isStatedElsewhere?: boolean;
  /** The article's publication day, when the page states it: the row about it keeps its room while the answer is awaited. */
  readonly published?: LocalDate | undefined;
  readonly settings: PublicSettings;
  readonly anchor: CardAnchor;
  /** Whether to speak the answer to a screen reader, or to move the keyboard focus into the card (it returns on closing). */
  readonly attention: "none" | "announce" | "focus";
}

/** The mention that a card stands beside. Rectangles are of the viewport, in CSS pixels. */
export interface CardAnchor {
  /** The rectangle of the line that was pointed at, now; null when it is no longer rendered. */
  readonly line: () => DOMRect | null;
  /** Decides the writing direction, and the modal dialog or fullscreen element to stand in. */
  readonly element: Element;
}

/** What the card reports back. */
export interface CardEvents {
  readonly entered: () => void;
  readonly left: () => void;
  /** The reader closed it from within, or its mention is gone. */
  readonly closed: () => void;
  /** The reader asks for the answer again. */
  readonly retry: () => void;
  /** The reader wants to see where the article states what the card says it does. */
  readonly showStated: () => void;
}

/** How the content script drives the card; found through `platform/card-slot.ts`. */
export interface CardApi {
  /** A card about the ticker is likely to be shown soon: what introduces the listing is asked for. */
  readonly prepare: (ticker: Ticker) => void;
  /** Shows the card, or changes what the shown one says. */
  readonly show: (request: CardRequest, events: CardEvents) => void;
  readonly hide: () => void;
  /** The mention stands elsewhere now: the card takes its place beside it. */
  readonly follow: () => void;
  /** Whether an event's target belongs to the card. */
  readonly owns: (target: EventTarget | null) => boolean;
  /** Hides the card and removes everything it made. */
  readonly destroy: () => void;
}
