import * as z from "zod/mini";
import { type PageCompany, pageCompanies } from "../domain/detection/page-companies";
import { ok, type Result } from "../domain/failure";
import type { Settings } from "../domain/settings";
import type { Ticker } from "../domain/ticker";
import type { AskPage } from "../platform/ask-page";
import type { Asker } from "../platform/serve";
import type { Store } from "../platform/storage";
import { createQueue } from "./queue";

/** Tickers by frame, as the frames of one tab last reported them. */
type Reports = Readonly<Record<string, readonly Ticker[]>>;
const reportsSchema = z.record(z.string(), z.array(z.string()));

/** The badge shows at most this; more digits do not fit on the button. */
const BADGE_LIMIT = 99;

/** How long a question mark is on the button: time to look from a menu in the page to the toolbar. */
const QUESTION_MARK_MS = 4_000;

interface Dependencies {
  /** In memory until the browser closes; the background may sleep in between. */
  readonly session: Store;
  readonly settings: { readonly read: () => Promise<Settings> };
  readonly askPage: AskPage;
  readonly setBadge: (tabId: number, text: string) => Promise<void>;
  /** Called after a page reported. */
  readonly reported: () => void;
  /** Resolves after so many milliseconds. */
  readonly wait: (ms: number) => Promise<void>;
}

/** Knows what the open pages mention, for the badge and the popup's list. */
export function createPageMentions({ session, settings, askPage, setBadge, reported, wait }: Dependencies) {
  const inTurn = createTabQueues();
  /** A tab's last report may come after its end. Nothing would forget it any more. */
  const closed = new Set<number>();
  const liveMentions = createLiveMentions(askPage);
  const framesOf = async (tabId: number) => Object.keys(readReports(await session.get(keyOf(tabId)))).map(Number);
  const allMentions = async (tabId: number) => liveMentions(tabId, [0, ...(await framesOf(tabId))]);

  async function showCount(tabId: number, tickers: readonly Ticker[]): Promise<void> {
    await setBadge(tabId, (await settings.read()).badge ? badgeOf(new Set(tickers).size) : "");
  }

  return {
    report: async ({ tabId, frameId = 0, incognito }: Asker, tickers: readonly Ticker[]): Promise<Result<null>> => {
      if (tabId === undefined) return ok(null);
      // Nothing about private windows is kept, not even in memory, so only the top frame of a page is counted there.
      if (incognito && frameId !== 0) return ok(null);
      return inTurn(tabId, async () => {
        if (closed.has(tabId)) return ok(null);
        // The stored reports of other frames may be of a page that the tab has left, so they are asked.
        const others = incognito ? [] : (await framesOf(tabId)).filter((frame) => frame !== frameId);
        const reports: Reports = { ...reportsOf(await liveMentions(tabId, others)), [frameId]: tickers };
        if (!incognito) await session.set(keyOf(tabId), reports);
        await showCount(tabId, Object.values(reports).flat());
        reported();
        return ok(null);
      });
    },
    /** Writes a question mark onto the button for a while, in the place of the number. */
    showQuestionMark: async (tabId: number): Promise<void> => {
      await setBadge(tabId, "?");
      await wait(QUESTION_MARK_MS);
      await inTurn(tabId, async () => {
        const live = await allMentions(tabId);
        const tickers = live.flatMap(({ mentions }) => mentions.map(({ ticker }) => ticker));
        await showCount(tabId, tickers);
      });
    },
    /**
     * The companies of all frames of a tab, those that the page is about first. Null if no content script answers in
     * the top frame.
     */
    list: async (tabId: number): Promise<Result<readonly PageCompany[] | null>> => {
      const live = await allMentions(tabId);
      const page = live.find(({ frameId }) => frameId === 0);
      const mentions = live.flatMap((frame) => frame.mentions);
      return ok(page ? pageCompanies(mentions, page.title) : null);
    },
    /** To be called when the tab is closed. */
    forget: async (tabId: number): Promise<void> => {
      closed.add(tabId);
      await inTurn(tabId, () => session.remove(keyOf(tabId)));
    },
  };
}

/** Asks frames of a tab what they mention, each once; those that are gone are left out. */
function createLiveMentions(askPage: AskPage) {
  return async (tabId: number, frameIds: readonly number[]) => {
    const answers = await Promise.all(
      [...new Set(frameIds)].map(async (frameId) => ({
        frameId,
        found: await askPage(tabId, frameId, "list-mentions", {}),
      })),
    );
    return answers.flatMap(({ frameId, found }) => (found ? [{ frameId, ...found }] : []));
  };
}

function reportsOf(live: Awaited<ReturnType<ReturnType<typeof createLiveMentions>>>): Reports {
  return Object.fromEntries(
    live.map(({ frameId, mentions }) => [frameId, [...new Set(mentions.map(({ ticker }) => ticker))]]),
  );
}

/** What the button shows for so many companies; nothing for none. */
function badgeOf(count: number): string {
  if (count === 0) return "";
  return count > BADGE_LIMIT ? `${BADGE_LIMIT}+` : String(count);
}

/** Queues of work on tabs. Work on one waits for no other tab, whose frames may answer late. */
function createTabQueues() {
  const queues = new Map<number, ReturnType<typeof createQueue>>();
  return <T>(tabId: number, work: () => Promise<T>): Promise<T> => {
    const queue = queues.get(tabId) ?? createQueue();
    queues.set(tabId, queue);
    return queue(work);
  };
}

function keyOf(tabId: number): string {
  return `mentions-${tabId}`;
}

function readReports(stored: unknown): Reports {
  return reportsSchema.safeParse(stored).data ?? {};
}
