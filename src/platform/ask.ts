import browser from "webextension-polyfill";
import { fail, type Result } from "../domain/failure";
import type { Envelope, PayloadOf, ReplyOf, RequestName } from "../protocol";

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
  const deadline = performance.now() + ANSWER_LIMIT_MS;
  for (let attempt = 1; attempt <= 2 && isConnected() && performance.now() < deadline; attempt += 1) {
    try {
      const envelope: Envelope<typeof request> = { request, payload };
      const reply: unknown = await withinLimit(browser.runtime.sendMessage(envelope), deadline - performance.now());
      if (isResult<ReplyOf<typeof request>>(reply)) return reply;
    } catch (error) {
      if (isConnected()) console.debug("Sidequote:", request, error);
    }
  }
  return fail({ kind: isConnected() ? "no-answer" : "extension-updated" });
};

async function withinLimit<T>(answer: Promise<T>, limitMs: number): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), limitMs);
  });
  try {
    return await Promise.race([answer, limit]);
  } finally {
    clearTimeout(timer);
  }
}

function isResult<T>(reply: unknown): reply is Result<T> {
  return "ok" in Object(reply);
}
