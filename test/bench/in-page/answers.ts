import { createScanner } from "../../../src/content/page/scanner";
import { createDetectionAsk } from "../../fakes/detection-ask";

/** What the background answers to each question of one scan of this page, in order: `[request, reply][]`. */
async function collect(): Promise<unknown[]> {
  const answers: unknown[] = [];
  const ask = createDetectionAsk({}, (request, _, reply) => answers.push([request, reply]));
  const lifetime = new AbortController();
  const { signal } = lifetime;
  await createScanner({
    ask,
    wakeBackground: () => undefined,
    signal,
    beforeMentions: async () => undefined,
    onChange: () => undefined,
  }).settled;
  lifetime.abort();
  return answers;
}

Object.assign(globalThis, { sidequoteAnswers: { collect } });
