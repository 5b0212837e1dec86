import { fail, ok, type Result } from "../domain/failure";
import type { Asker } from "../platform/serve";

/** Puts the card's script into the frame that asks for it; our own pages load it themselves. */
export function createCardInjection(runInFrame: (file: string, tabId: number, frameId: number) => Promise<boolean>) {
  return async ({ role, tabId, frameId }: Asker): Promise<Result<null>> => {
    if (role === "own-page") return ok(null);
    const injected = tabId !== undefined && (await runInFrame("card.js", tabId, frameId ?? 0));
    return injected ? ok(null) : fail({ kind: "no-answer" });
  };
}
