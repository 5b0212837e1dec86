import browser, { type Runtime } from "webextension-polyfill";
import type { PageEnvelope, PageRequestName, PageRequests } from "../protocol";

/** Asks the content script of one frame, or with `frameId: null` those of all (the first answer counts); null when none listens. */
export type AskPage = <N extends PageRequestName>(
  tabId: number,
  frameId: number | null,
  pageRequest: N,
  payload: PageRequests[N]["payload"],
) => Promise<PageRequests[N]["reply"] | null>;

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

/** Answers page requests in a content script; what a handler returns that has nothing to say is not looked at. */
export type PageHandlers = {
  readonly [N in PageRequestName]: (
    payload: PageRequests[N]["payload"],
  ) => PageRequests[N]["reply"] extends null ? unknown : Promise<PageRequests[N]["reply"]>;
};

/** Listens until `signal` aborts; `handlers` may be awaited, so that a request right after the injection is not lost. `sendResponse` rather than a promise: native Chromium before 148 takes no promise. */
export function answerPage(handlers: () => Promise<PageHandlers | null>, signal: AbortSignal): void {
  const hear = (message: unknown, _sender: unknown, sendResponse: (reply: unknown) => void) => {
    const { pageRequest, payload } = Object(message) as Partial<PageEnvelope>;
    if (pageRequest === undefined) return undefined;
    const answer = async () => {
      const handler = (await handlers())?.[pageRequest] as ((payload: unknown) => unknown) | undefined;
      return handler?.(payload) ?? null;
    };
    void answer().then(sendResponse);
    return true as const;
  };
  // The published type knows only listeners that answer everything; this one passes over what is not for pages.
  const listener = hear as Runtime.OnMessageListenerCallback;
  browser.runtime.onMessage.addListener(listener);
  // An update takes `runtime` away from the script it orphans, and the listener with it.
  signal.addEventListener("abort", () => browser.runtime?.onMessage.removeListener(listener));
}
