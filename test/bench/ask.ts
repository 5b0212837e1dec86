import type { Tab } from "./browser";

/** Asks the background from a page's content script; milliseconds until the answer. Rejects when it is a refusal. */
export function timedAsk({ inContent }: Pick<Tab, "inContent">, message: object): Promise<number> {
  return inContent(`(async () => {
    const start = performance.now();
    const reply = await chrome.runtime.sendMessage(${JSON.stringify(message)});
    if (!reply?.ok) throw new Error("refused: " + JSON.stringify(reply));
    return performance.now() - start;
  })()`);
}
