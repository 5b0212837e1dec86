import { createDetection } from "../../src/background/detection";
import { openDirectory } from "../../src/background/directory/directory-image";
import { DEFAULT_SETTINGS, type Settings } from "../../src/domain/settings";
import type { Ask } from "../../src/platform/ask";
import { REQUESTS } from "../../src/protocol";
import { starterListings } from "./starter-listings";

const opened = openDirectory(starterListings(), []);

/** The background's own answers to a page's script, over the starter directory, given where they are asked; throws at what the background would refuse. `heard` is told each question and its answer. */
export function createDetectionAsk(
  settings: Partial<Settings["detection"]> = {},
  heard: (request: string, payload: unknown, reply: unknown) => void = () => undefined,
): Ask {
  const { scout, findMentions } = createDetection({
    openDirectory: async () => opened,
    settings: async () => ({ ...DEFAULT_SETTINGS, detection: { ...DEFAULT_SETTINGS.detection, ...settings } }),
  });
  const answers: Readonly<Record<string, (payload: never, asker: { url?: string }) => Promise<unknown>>> = {
    scout,
    "find-mentions": findMentions,
  };
  return async (request, payload) => {
    const answer = answers[request];
    if (!answer) throw new Error(`a page's script asked for ${request}`);
    REQUESTS[request].payload().parse(payload);
    const reply = await answer(payload as never, {});
    heard(request, payload, reply);
    return reply as never;
  };
}
