import { expect, it } from "vitest";
import { standInForBrowser } from "../../fakes/browser-api";
import { createUnreadableStore } from "../../fakes/memory-store";

standInForBrowser({ runtime: { id: "sidequote" } });
Object.assign(globalThis, { __TARGET__: "chromium" });
const { keysInStore } = await import("../../../src/platform/keys");

it("a key that the browser cannot read is not taken for a key that is not there", async () => {
  const keys = keysInStore(createUnreadableStore(() => true, { "key-tiingo": "secret" }));
  await expect(keys.get("tiingo")).rejects.toThrow("unable to read");
});
