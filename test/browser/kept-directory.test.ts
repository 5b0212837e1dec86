import { clear, set } from "idb-keyval";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { fetchFullDirectory, isFullDirectory } from "../../src/background/directory/directory-refresh";
import { createFakeNetwork } from "../fakes/network";
import { officialFiles, serveOfficial } from "../fakes/official-files";

type Kept = typeof import("../../src/platform/kept-directory");

let kept: Kept;
let version = "1.0.0";

beforeAll(async () => {
  // The polyfill looks for the browser's API as soon as it is imported.
  const extension = { runtime: { id: "sidequote", getManifest: () => ({ version }) } };
  Object.assign(globalThis, { browser: extension });
  Object.defineProperty(globalThis, "chrome", { configurable: true, value: extension });
  kept = await import("../../src/platform/kept-directory");
});

beforeEach(async () => {
  version = "1.0.0";
  await clear();
});

it("a full directory comes back from the database as it was kept", async () => {
  const { fetchText } = createFakeNetwork(serveOfficial(officialFiles()));
  const full = await fetchFullDirectory(null, { fetchText, now: () => 42 });
  await kept.keptDirectory.write(full);
  const read = await kept.keptDirectory.read();
  expect(read).toEqual(full);
  expect(isFullDirectory(read)).toBe(true);
});

it("nothing, and what is no directory, is not taken for one", async () => {
  expect(isFullDirectory(await kept.keptDirectory.read())).toBe(false);
  await set("full-directory", { fetchedAt: 42, listings: "gone" });
  expect(isFullDirectory(await kept.keptDirectory.read())).toBe(false);
});

it("an image is that of the version which made it, and of no other", async () => {
  expect(await kept.keptImage.read()).toBeNull();
  await kept.keptImage.write("image");
  expect(await kept.keptImage.read()).toBe("image");
  version = "1.0.1";
  expect(await kept.keptImage.read()).toBeNull();
  await set("directory-image", "image");
  expect(await kept.keptImage.read()).toBeNull();
});
