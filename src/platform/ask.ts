import { fail, type Result } from "../domain/failure";
import { ANSWER_LIMIT_MS } from "../domain/time-limits";
import type { Envelope, PayloadOf, ReplyOf, RequestName } from "../protocol/requests";
import { browser } from "./browser";
import { withinTime } from "./within-time";

/**
 * Sends a request to the background. Always resolves: with the reply, or with a failure (`no-answer`,
 * `extension-updated`, or the handler's own).
 */
export type Ask = <N extends RequestName>(request: N, payload: PayloadOf<N>) => Promise<Result<ReplyOf<N>>>;

/** Whether this script can reach its extension; false after that was updated, reloaded or removed. */
export function isConnected(): boolean {
  try {
    return Boolean(browser.runtime?.id);
  } catch {
    return false;
  }
}

/**
 * If the background was stopped while it answered, asks a second time, which starts it again. So it does if the page
 * was in the back/forward cache meanwhile, where no reply reaches it.
 */
export const ask: Ask = async (request, payload) => {
  const envelope: Envelope<typeof request> = { request, payload };
  const silence = () => fail({ kind: isConnected() ? "no-answer" : "extension-updated" });
  const answer = async () => {
    for (let attempt = 1; attempt <= 2 && isConnected(); attempt += 1) {
      try {
        const reply: unknown = await replyTo(envelope);
        if (isResult<ReplyOf<typeof request>>(reply)) return reply;
      } catch (error) {
        if (isConnected()) console.debug("Sidequote:", request, error);
      }
    }
    return silence();
  };
  return withinTime(answer(), ANSWER_LIMIT_MS, silence);
};

async function replyTo(envelope: Envelope<RequestName>): Promise<unknown> {
  const replied = new AbortController();
  try {
    return await Promise.race([browser.runtime.sendMessage(envelope), pageCameBack(replied.signal)]);
  } finally {
    replied.abort();
  }
}

/** Rejects when the page comes out of the back/forward cache, unless `signal` has aborted. */
function pageCameBack(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const onShow = ({ isTrusted, persisted }: PageTransitionEvent) =>
      isTrusted && persisted && reject(new Error("The page was in the back/forward cache."));
    addEventListener("pageshow", onShow, { signal });
  });
}

function isResult<T>(reply: unknown): reply is Result<T> {
  return "ok" in Object(reply);
}
