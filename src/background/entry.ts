import browser from "webextension-polyfill";
import { fail, ok } from "../domain/failure";
import { DEFAULT_SETTINGS } from "../domain/settings";
import { serve } from "../platform/serve";

serve({
  identify: () => ok({}),
  compare: ({ ticker }) => fail({ kind: "unknown-ticker", ticker }),
  "public-settings": () => ok({ ...DEFAULT_SETTINGS, consented: false, siteOn: true }),
  "inject-card": async (_, { tabId, frameId }) => {
    if (tabId === undefined) return ok(null);
    await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId ?? 0] }, files: ["card.js"] });
    return ok(null);
  },
  "give-consent": () => ok(null),
});
