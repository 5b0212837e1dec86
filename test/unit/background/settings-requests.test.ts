import { expect, it } from "vitest";
import { createCardChoices } from "../../../src/background/card-choices";
import { createConsent } from "../../../src/background/consent";
import { createSettingsStore } from "../../../src/background/settings";
import { createSettingsRequests } from "../../../src/background/settings-requests";
import { createWatchlistStore } from "../../../src/background/watchlist";
import { LIST_LIMIT } from "../../../src/domain/settings";
import type { Asker } from "../../../src/platform/serve";
import { createMemoryStore } from "../../fakes/memory-store";

const OPTIONS: Asker = { role: "own-page", incognito: false };

function setUp() {
  const stores = { local: createMemoryStore(), sync: createMemoryStore() };
  const shared = { ...stores, now: () => 1_763_000_000_000, changed: () => undefined };
  const settings = createSettingsStore(shared);
  const consent = createConsent({ ...shared, browserAgreed: async () => false });
  const requests = createSettingsRequests(settings, createWatchlistStore(shared), consent);
  const switchSite = (site: string, on: boolean) => requests["switch-site"]({ site, on }, OPTIONS);
  const off = async () => (await settings.read()).sites.off;
  return { settings, switchSite, off };
}

it("a site is switched off once, and on again with all below it", async () => {
  const { switchSite, off } = setUp();
  for (const site of ["example.org", "example.org", "example.net"]) await switchSite(site, false);
  expect(await off()).toEqual(["example.org", "example.net"]);
  await switchSite("blog.example.org", true);
  expect(await off()).toEqual(["example.net"]);
});

it("a site that the full list has no room for is refused, and the list stays readable", async () => {
  const { settings, switchSite, off } = setUp();
  const full = Array.from({ length: LIST_LIMIT }, (_, index) => `site-${index}.example`);
  await settings.change({ sites: { off: full } });
  expect(await switchSite("one-more.example", false)).toEqual({ ok: false, failure: { kind: "list-full" } });
  expect(await switchSite("site-7.example", false)).toMatchObject({ ok: true });
  expect(await off()).toEqual(full);
  expect(await settings.aside()).toBeNull();
});

it("a site without a dot, or with an underscore, that is switched off in a card stays off", async () => {
  const { settings, off } = setUp();
  const choose = createCardChoices(settings);
  for (const url of ["http://intranet/wiki", "https://my_blog.example.com/"]) {
    expect(await choose({ choice: "site-off" }, { url, incognito: false })).toMatchObject({ ok: true });
  }
  expect(await off()).toEqual(["intranet", "my_blog.example.com"]);
  expect(await settings.aside()).toBeNull();
});
