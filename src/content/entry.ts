import { fail } from "../domain/failure";
import type { PublicSettings } from "../domain/settings";
import { type Ask, ask, isConnected } from "../platform/ask";
import { answerPage } from "../platform/ask-page";
import { onBroadcast } from "../platform/broadcast";
import { ORPHAN_CHECK_EVENT } from "../platform/orphan-check";
import { type Reading, startReading } from "./reading";

/** What a frame holds of us; a second injection into the same frame finds it and leaves it alone while it lives. */
interface Presence {
  readonly lives: () => boolean;
  readonly end: () => void;
}

const SLOT = Symbol.for("sidequote.content");

const earlier = Reflect.get(globalThis, SLOT) as Presence | undefined;
if (!earlier?.lives()) {
  earlier?.end();
  Reflect.set(globalThis, SLOT, startPresence());
}

/** Reads the frame under the reader's settings until the extension is updated or removed; then goes, once, silently. */
function startPresence(): Presence {
  const lifetime = new AbortController();
  const { signal } = lifetime;
  let settings: PublicSettings | null = null;
  let reading: Reading | null = null;
  const end = () => {
    lifetime.abort();
    reading?.end();
    reading = null;
  };

  const askWhileAlive: Ask = async (request, payload) => {
    if (signal.aborted) return fail({ kind: "extension-updated" });
    const reply = await ask(request, payload);
    if (!reply.ok && reply.failure.kind === "extension-updated") end();
    return reply;
  };

  async function apply(): Promise<void> {
    const reply = await askWhileAlive("public-settings", {});
    if (!reply.ok || signal.aborted) return;
    const before = settings;
    settings = reply.value;
    if (before && reading && readsAlike(before, settings)) {
      if (settings.consented && !before.consented) reading.consentGiven();
      return;
    }
    reading?.end();
    reading = startReading({ ask: askWhileAlive, settings: () => settings ?? reply.value });
  }

  const leaveWhenOrphaned = () => {
    if (!isConnected()) end();
  };
  for (const event of [ORPHAN_CHECK_EVENT, "visibilitychange"]) addEventListener(event, leaveWhenOrphaned, { signal });
  onBroadcast(() => void apply());
  const started = apply();
  answerPage(async () => {
    await started;
    return reading?.answers ?? null;
  }, signal);
  return { lives: () => !signal.aborted && isConnected(), end };
}

/** Whether two settings lead to the same mentions and marks, so that the page need not be read again. */
function readsAlike(a: PublicSettings, b: PublicSettings): boolean {
  const essence = ({ detection, look, siteOn }: PublicSettings) =>
    JSON.stringify([detection, look.marks, look.repeats, siteOn]);
  return essence(a) === essence(b);
}
