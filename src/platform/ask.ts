import { fail, type Result } from "../domain/failure";
import type { Envelope, PayloadOf, ReplyOf, RequestName } from "../protocol";
import { browser } from "./browser";

/** Sends a request to the background. Resolves always: with the reply, or with a failure (`no-answer`, `extension-updated`, or the handler's own). */
export type Ask = <N extends RequestName>(request: N, payload: PayloadOf<N>) => Promise<Result<ReplyOf<N>>>;

/** Longest wait for an answer: the promise that no card spins for ever. */
const ANSWER_LIMIT_MS = 10_000;

/** Whether this script still belongs to a living extension; false once it was updated, reloaded or removed. */
export function isConnected(): boolean {
  try {
    return Boolean(browser.runtime?.id);
  } catch {
    return false;
  }
}

/** Asks the background once more when it died while answering: it starts again on the second message. */
export const ask: Ask = async (request, payload) => {
  const envelope: Envelope<typeof request> = { request, payload };
  const silence = () => fail({ kind: isConnected() ? "no-answer" : "extension-updated" });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<unknown>((resolve) => {
    timer = setTimeout(() => resolve(silence()), ANSWER_LIMIT_MS);
  });
  let reply: unknown;
  for (let attempt = 1; attempt <= 2 && isConnected() && !isResult(reply); attempt += 1) {
    try {
      reply = await Promise.race([browser.runtime.sendMessage(envelope), limit]);
    } catch (error) {
      if (isConnected()) console.debug("Sidequote:", request, error);
    }
  }
  clearTimeout(timer);
  return isResult<ReplyOf<typeof request>>(reply) ? reply : silence();
};

function isResult<T>(reply: unknown): reply is Result<T> {
  return "ok" in Object(reply);
}
