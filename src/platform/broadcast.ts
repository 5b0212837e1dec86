import { browser } from "./browser";
import type { Broadcast } from "./tabs";

/** Calls back with what the background tells every page. Returns a function that ends this. */
export function onBroadcast(listener: (event: Broadcast["broadcast"]) => void): () => void {
  const hear = (message: unknown) => {
    const event = (message as { readonly broadcast?: unknown } | null | undefined)?.broadcast;
    if (event === "settings-changed" || event === "mentions-changed") listener(event);
    return undefined;
  };
  browser.runtime.onMessage.addListener(hear);
  // After an update, an orphaned script has no `runtime` any more, and no listener either.
  return () => browser.runtime?.onMessage.removeListener(hear);
}
