import type { CardContent } from "../domain/card-content";
import type { AfterHours } from "../domain/market/after-hours";
import type { Ticker } from "../domain/ticker";
import type { Ask } from "../platform/ask";

/**
 * What was paid after the close that the card shows: asked for once while it shows, and only where the
 * reader wants the row. `arrived` is called when there is something to draw.
 */
export function createAfterHours(ask: Ask, arrived: () => void) {
  let about: Ticker | null = null;
  let found: AfterHours | null = null;

  async function askAbout(ticker: Ticker | null): Promise<void> {
    if (ticker === about) return;
    about = ticker;
    found = null;
    const reply = ticker !== null && (await ask("after-hours", { ticker }));
    if (ticker !== about || !reply || !reply.ok || !reply.value) return;
    found = reply.value;
    arrived();
  }

  return {
    /** What is known so far; null is also what a hidden card shows. */
    of(content: CardContent | null): AfterHours | null {
      const { form, rows } = content?.settings.card ?? {};
      const isWanted = content?.answer?.ok && form === "full" && rows?.includes("after-hours");
      void askAbout(isWanted ? content.ticker : null);
      return found;
    },
  };
}
