import type { Runtime } from "webextension-polyfill";
import * as z from "zod/mini";
import type { Result } from "../domain/failure";
import { once } from "../domain/once";
import type { Role } from "../protocol/request";
import { type PayloadOf, REQUESTS, type ReplyOf, type RequestName } from "../protocol/requests";
import { browser } from "./browser";

/** Where a request came from; `tabId` and `frameId` are absent for our own popup. */
export interface Asker {
  readonly role: Role;
  readonly tabId?: number;
  readonly frameId?: number;
  /** Whether the asking page is in a private window. */
  readonly incognito: boolean;
  /** Address of the asking frame; never leaves the browser. */
  readonly url?: string;
  /**
   * Origin of the asking frame. For a `blob:`, `about:blank` or `about:srcdoc` frame it is that of the page that made
   * it; "null" for a sandboxed one.
   */
  readonly origin?: string;
  /** Address of the page around the asking frame, if the browser tells it; never leaves the browser. */
  readonly tabUrl?: string;
}

/** One handler for each request. It resolves with a `Result`, and throws only what nobody expected. */
export type Handlers = {
  readonly [N in RequestName]: (
    payload: PayloadOf<N>,
    asker: Asker,
  ) => Result<ReplyOf<N>> | Promise<Result<ReplyOf<N>>>;
};

/** Answers requests. Call this synchronously when the background starts, so that it hears the message that woke it. */
export function serve(handlers: Handlers): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    const answer = route(handlers, message, sender);
    return answer ?? undefined;
  });
}

const REQUEST_NAMES = Object.keys(REQUESTS) as RequestName[];
const envelopeSchema = once(() => z.object({ request: z.enum(REQUEST_NAMES), payload: z.unknown() }));

/** The answer to one message; null for a message that is not a request of ours, or that its sender may not send. */
export function route(handlers: Handlers, message: unknown, sender: Runtime.MessageSender): Promise<unknown> | null {
  const asker = identifyAsker(sender, browser.runtime.id, browser.runtime.getURL(""));
  const envelope = envelopeSchema().safeParse(message).data;
  if (!asker || !envelope) return null;
  const { request, payload } = envelope;
  const { from, payload: schema } = REQUESTS[request];
  if (!from.includes(asker.role)) return null;
  const parsed = schema().safeParse(payload);
  if (!parsed.success) return null;
  return answer(handlers[request] as (payload: unknown, asker: Asker) => unknown, parsed.data, asker);
}

/** TypeScript's types do not have the sender's origin, which both browsers give. */
const originSchema = z.string();

/** The asker of a message's sender; null if it is not part of this extension. */
export function identifyAsker(sender: Runtime.MessageSender, ownId: string, ownOrigin: string): Asker | null {
  if (sender.id !== ownId) return null;
  const origin = originSchema.safeParse(Reflect.get(sender, "origin")).data;
  const isOwn = sender.url?.startsWith(ownOrigin) && (origin === undefined || `${origin}/` === ownOrigin);
  const role: Role | null = isOwn ? "own-page" : sender.tab?.id === undefined ? null : "content";
  if (!role) return null;
  return {
    role,
    incognito: sender.tab?.incognito ?? false,
    ...(sender.tab?.id === undefined ? {} : { tabId: sender.tab.id }),
    ...(sender.frameId === undefined ? {} : { frameId: sender.frameId }),
    ...(sender.url === undefined ? {} : { url: sender.url }),
    ...(origin === undefined ? {} : { origin }),
    ...(sender.tab?.url === undefined ? {} : { tabUrl: sender.tab.url }),
  };
}

async function answer(
  handler: (payload: unknown, asker: Asker) => unknown,
  payload: unknown,
  asker: Asker,
): Promise<unknown> {
  try {
    return await handler(payload, asker);
  } catch (error) {
    console.error("Sidequote: a request failed unexpectedly", error);
    return { ok: false, failure: { kind: "no-answer" } };
  }
}
