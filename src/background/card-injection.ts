import { fail, ok, type Result } from "../domain/failure";
import type { Asker } from "../platform/serve";

/** Makes a function that runs a script in the frame that asks for it; our own pages load it themselves. */
export function createCardInjection(runInFrame: (file: string, tabId: number, frameId: number) => Promise<boolean>) {
  return async (file: "card.js" | "mention-cards.js", { role, tabId, frameId }: Asker): Promise<Result<null>> => {
    if (role === "own-page") return ok(null);
    const injected = tabId !== undefined && (await runInFrame(file, tabId, frameId ?? 0));
    return injected ? ok(null) : fail({ kind: "no-answer" });
  };
}
