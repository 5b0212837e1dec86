import type { PublicSettings } from "../domain/settings";
import type { Ask } from "../platform/ask";
import { onBroadcast } from "../platform/broadcast";

/**
 * Asks for the reader's settings now, at each change of them, and whenever the page comes back out of the browser's
 * cache, where no broadcast reaches it. If a question got no answer, it is asked again when the reader comes back to
 * the page. Returns a function that resolves once the settings are known, or the background has failed to tell them
 * a second time.
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
  let asked = 0;
  let answered = 0;

  async function update(): Promise<void> {
    asked += 1;
    const turn = asked;
    const reply = await ask("public-settings", {});
    // The answer to an earlier question may come after that to a later one.
    if (!reply.ok || signal.aborted || turn < answered) return;
    answered = turn;
    apply(reply.value);
  }

  const listen = (type: string, isDue: (event: Event) => boolean) =>
    addEventListener(type, (event) => event.isTrusted && isDue(event) && void update(), { signal });
  listen("pageshow", (event) => (event as PageTransitionEvent).persisted);
  listen("visibilitychange", () => answered < asked);
  signal.addEventListener(
    "abort",
    onBroadcast(() => void update()),
  );
  const started = update();
  return async () => {
    await started;
    if (answered === 0) await update();
  };
}
