import { createDetection } from "../../src/background/detection";
import { openDirectory } from "../../src/background/directory/directory-image";
import { createPublication } from "../../src/background/publication";
import { DEFAULT_SETTINGS, type Settings } from "../../src/domain/settings";
import type { Ask } from "../../src/platform/ask";
import { type PayloadOf, REQUESTS } from "../../src/protocol/requests";
import { starterListings } from "./starter-listings";

const opened = openDirectory(starterListings(), []);

/**
 * The background's own answers to a page's script, over the starter directory, given where they are
 * asked; throws at what the background would refuse. `heard` is told each question and its answer.
 */
export function createDetectionAsk(
  settings: Partial<Settings["detection"]> = {},
  heard: (request: string, payload: unknown, reply: unknown) => void = () => undefined,
): Ask {
  const { identify } = createDetection({
    openDirectory: async () => opened,
    settings: async () => ({ ...DEFAULT_SETTINGS, detection: { ...DEFAULT_SETTINGS.detection, ...settings } }),
  });
  const publication = createPublication(Date.now);
  return async (request, payload) => {
    if (request !== "identify" && request !== "publication") throw new Error(`a page's script asked for ${request}`);
    REQUESTS[request].payload().parse(payload);
    const reply =
      request === "identify"
        ? await identify(payload as PayloadOf<"identify">, {})
        : publication(payload as PayloadOf<"publication">);
    heard(request, payload, reply);
    return reply as never;
  };
}
