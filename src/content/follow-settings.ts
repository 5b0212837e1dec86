import type { PublicSettings } from "../domain/settings";
import type { Ask } from "../platform/ask";
import { onBroadcast } from "../platform/broadcast";

/**
 * Asks for the reader's settings now, at each change of them, and whenever the page comes back out of the back/forward
 * cache, where no message of the background reaches it. If a question got no answer, it is asked again when the page is
 * hidden or shown. Returns a function that resolves once the settings are known, or the background has failed to tell
 * them a second time.
 */
export function followSettings({
  ask,
  apply,
  signal,
}: {
  ask: Ask;
  apply: (settings: PublicSettings) => void;
  signal: AbortSignal;
}): () => Promise<void> {
  /** Questions are numbered from 1. */
  let lastAsked = 0;
  let lastAnswered = 0;

  async function update(): Promise<void> {
    lastAsked += 1;
    const turn = lastAsked;
    const reply = await ask("public-settings", {});
    // The answer to an earlier question may come after that to a later one.
    if (!reply.ok || signal.aborted || turn < lastAnswered) return;
    lastAnswered = turn;
    apply(reply.value);
  }

  const listen = (type: string, isDue: (event: Event) => boolean) =>
    addEventListener(type, (event) => event.isTrusted && isDue(event) && void update(), { signal });
  listen("pageshow", (event) => (event as PageTransitionEvent).persisted);
  listen("visibilitychange", () => lastAnswered < lastAsked);
  signal.addEventListener(
    "abort",
    onBroadcast(() => void update()),
  );
  const started = update();
  return async () => {
    await started;
    if (lastAnswered === 0) await update();
  };
}
