import type { PageEnvelope, PageRequestName, PageRequests } from "../protocol/page-requests";
import { browser } from "./browser";

/**
 * Asks the content script of one frame, or with `frameId: null`
 * those of all (the first answer counts); null when none listens.
 */
export type AskPage = <N extends PageRequestName>(
  tabId: number,
  frameId: number | null,
  pageRequest: N,
  payload: PageRequests[N]["payload"],
) => Promise<PageRequests[N]["reply"] | null>;

/** Asks content scripts through the browser's messages. */
export const askPage: AskPage = async (tabId, frameId, pageRequest, payload) => {
  const envelope: PageEnvelope<typeof pageRequest> = { pageRequest, payload };
  try {
    const reply: unknown = await browser.tabs.sendMessage(tabId, envelope, frameId === null ? {} : { frameId });
    // Our own content script answers; its replies are typed by the same table.
    return (reply ?? null) as PageRequests[typeof pageRequest]["reply"] | null;
  } catch (error) {
    console.debug("Sidequote: no content script in frame", frameId, error);
    return null;
  }
};

/** The handlers of page requests in a content script. What a handler returns is ignored if the request has no reply. */
export type PageHandlers = {
  readonly [N in PageRequestName]: (
    payload: PageRequests[N]["payload"],
  ) => PageRequests[N]["reply"] extends null ? unknown : Promise<PageRequests[N]["reply"]>;
};

/**
 * Listens until `signal` aborts; `handlers` may be awaited, so that a request right after the injection is not lost.
 */
export function answerPage(handlers: () => Promise<PageHandlers | null>, signal: AbortSignal): void {
  const answer = async (pageRequest: PageRequestName, payload: unknown): Promise<unknown> => {
    const handler = (await handlers())?.[pageRequest] as ((payload: unknown) => unknown) | undefined;
    return (await handler?.(payload)) ?? null;
  };
  const failed = (error: unknown) => console.error("Sidequote: a request failed unexpectedly", error);
  const hear = (message: unknown): Promise<unknown> | undefined => {
    const { pageRequest, payload } = Object(message) as Partial<PageEnvelope>;
    return pageRequest === undefined ? undefined : answer(pageRequest, payload).catch(failed);
  };
  browser.runtime.onMessage.addListener(hear);
  // After an update, an orphaned script has no `runtime` any more, and no listener either.
  signal.addEventListener("abort", () => browser.runtime?.onMessage.removeListener(hear));
}
