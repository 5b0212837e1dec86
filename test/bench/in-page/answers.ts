import { openDirectory } from "../../../src/background/directory/directory-image";
import { starterListings } from "../../../src/background/directory/starter-listings";
import { createScanner } from "../../../src/content/scanner";
import { MARKET_VOCABULARY } from "../../../src/domain/detection/market-words";
import { DEFAULT_SETTINGS } from "../../../src/domain/settings";
import type { Ask } from "../../../src/platform/ask";

/** What the background answers to each question of one scan of this page, in order: `[request, reply][]`. */
async function collect(): Promise<unknown[]> {
  const { identify } = openDirectory(starterListings(), []);
  const answers: unknown[] = [];
  const ask = (async (request: string, payload: { surfaces: string[] }) => {
    const value = request === "identify" ? identify(payload.surfaces) : MARKET_VOCABULARY;
    answers.push([request, { ok: true, value }]);
    return { ok: true, value };
  }) as Ask;
  const lifetime = new AbortController();
  const { signal } = lifetime;
  await createScanner({ ask, settings: DEFAULT_SETTINGS.detection, signal, onChange: () => undefined, now: Date.now })
    .settled;
  lifetime.abort();
  return answers;
}

Object.assign(globalThis, { sidequoteAnswers: { collect } });
