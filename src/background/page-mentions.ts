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

/**
 * Most companies of a page that the popup lists, after ranking. The figures of all of them are asked for, and without a
 * limit a page could name as many as it likes. The richest pages seen name some forty.
 */
const MOST_COMPANIES = 60;

interface Dependencies {
  /** In memory until the browser closes; the background may sleep in between. */
  readonly session: Store;
  readonly settings: { readonly read: () => Promise<Settings> };
  readonly askPage: AskPage;
  readonly setBadge: (tabId: number, text: string) => Promise<void>;
  /** Called after a page reported. */
  readonly reported: () => void;
}

/** Knows what the open pages mention, for the badge's number and the popup's list. */
export function createPageMentions({ session, settings, askPage, setBadge, reported }: Dependencies) {
  const queues = createTabQueues();
  const read = async (tabId: number) => readReports(await session.get(keyOf(tabId)));

  /** The mentions of each frame that is still there; the top frame first. */
  async function liveMentions(tabId: number, frameIds: readonly number[]) {
    const answers = await Promise.all(
      frameIds.map(async (frameId) => ({ frameId, found: await askPage(tabId, frameId, "list-mentions", {}) })),
    );
    return answers.flatMap(({ frameId, found }) => (found ? [{ frameId, ...found }] : []));
  }

  return {
    report: async ({ tabId, frameId = 0, incognito }: Asker, tickers: readonly Ticker[]): Promise<Result<null>> => {
      if (tabId === undefined) return ok(null);
      // Nothing about private windows is kept, not even in memory, so only the top frame of a page is counted there.
      if (incognito && frameId !== 0) return ok(null);
      return queues.inTurn(tabId, async () => {
        const others = incognito ? {} : await othersNow(tabId, frameId);
        const reports: Reports = { ...others, [frameId]: tickers };
        if (!incognito) await session.set(keyOf(tabId), reports);
        const count = new Set(Object.values(reports).flat()).size;
        const shown = (await settings.read()).badge && count > 0;
        await setBadge(tabId, shown ? (count > BADGE_LIMIT ? `${BADGE_LIMIT}+` : String(count)) : "");
        reported();
        return ok(null);
      });
    },
    /**
     * The companies of all frames of a tab, those that the page is about first. Null if no content script answers in
     * the top frame.
     */
    list: async (tabId: number): Promise<Result<readonly PageCompany[] | null>> => {
      const frames = Object.keys(await read(tabId)).map(Number);
      const live = await liveMentions(tabId, [...new Set([0, ...frames])]);
      const page = live.find(({ frameId }) => frameId === 0);
      const mentions = live.flatMap((frame) => frame.mentions);
      return ok(page ? pageCompanies(mentions, page.title).slice(0, MOST_COMPANIES) : null);
    },
    forget: async (tabId: number): Promise<void> => {
      await queues.inTurn(tabId, () => session.remove(keyOf(tabId)));
      queues.forget(tabId);
    },
  };

  /** What the tab's other frames mention now. Their stored reports may be of a page that the tab has left. */
  async function othersNow(tabId: number, frameId: number): Promise<Reports> {
    const frames = Object.keys(await read(tabId)).map(Number);
    const live = await liveMentions(
      tabId,
      frames.filter((frame) => frame !== frameId),
    );
    return Object.fromEntries(
      live.map((frame) => [frame.frameId, [...new Set(frame.mentions.map(({ ticker }) => ticker))]]),
    );
  }
}

/** Queues of work on tabs. Work on one waits for no other tab, whose frames may answer late. */
function createTabQueues() {
  const queues = new Map<number, ReturnType<typeof createQueue>>();
  return {
    inTurn<T>(tabId: number, work: () => Promise<T>): Promise<T> {
      const queue = queues.get(tabId) ?? createQueue();
      queues.set(tabId, queue);
      return queue(work);
    },
    forget: (tabId: number) => queues.delete(tabId),
  };
}

function keyOf(tabId: number): string {
  return `mentions-${tabId}`;
}

function readReports(stored: unknown): Reports {
  return reportsSchema.safeParse(stored).data ?? {};
}
