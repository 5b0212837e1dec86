import { describe, expect, it } from "vitest";
import { createPublicSettings } from "../../../src/background/public-settings";
import { createSites } from "../../../src/background/sites";
import { DEFAULT_SETTINGS } from "../../../src/domain/settings";
import { createMemoryStore } from "../../fakes/memory-store";

const CURATED = ["https://www.reuters.com/*"];

function setUp(granted: string[] = [], address: string | null = null) {
  const registered: { matches: readonly string[]; excluded: readonly string[] }[] = [];
  const ran: number[] = [];
  const dismissed: number[] = [];
  const asked: (readonly string[])[] = [];
  let changes = 0;
  const sites = createSites({
    session: createMemoryStore(),
    manifestOrigins: () => ({ all: [...CURATED, "https://api.nasdaq.com/*"], curated: CURATED }),
    grantedOrigins: async () => [...CURATED, "https://api.nasdaq.com/*", ...granted],
    mayRead: async (address) =>
      [...CURATED, ...granted].some((pattern) => address.includes(pattern.replace(/^.*:\/\/(\*\.)?|\/\*$/g, ""))),
    runContentAt: async (matches, excluded) => void registered.push({ matches, excluded }),
    tabsAt: async (matches) => {
      asked.push(matches);
      return [7, 8];
    },
    runContentIn: async (tabId) => {
      ran.push(tabId);
      return true;
    },
    addressOf: async () => address,
    dismissEarlier: async (tabId) => {
      expect(ran).not.toContain(tabId);
      dismissed.push(tabId);
    },
    changed: () => {
      changes += 1;
    },
  });
  return { sites, registered, ran, dismissed, asked, changes: () => changes };
}

describe("granted sites", () => {
  it("get the content script beside those of the manifest, and their open tabs at once", async () => {
    const { sites, registered, ran, dismissed } = setUp(["https://*.example.org/*"]);
    await sites.granted(["https://*.example.org/*"]);
    expect(registered).toEqual([{ matches: ["https://*.example.org/*"], excluded: [] }]);
    expect(ran).toEqual([7, 8]);
    expect(dismissed).toEqual([]);
  });

  it("are not the hosts of sources: those are asked for closes, their pages are left alone", async () => {
    const { sites, asked } = setUp();
    await sites.granted(["https://api.nasdaq.com/*", ...CURATED]);
    expect(asked).toEqual([CURATED]);
  });

  it("leave out the curated ones when all sites are granted, which have theirs", async () => {
    const { sites, registered } = setUp(["https://*/*", "http://*/*"]);
    await sites.revoked();
    expect(registered).toEqual([{ matches: ["https://*/*", "http://*/*"], excluded: CURATED }]);
  });

  it("have their open tabs marked again after an update, when the old script has gone, and the curated ones too", async () => {
    const { sites, registered, ran, dismissed, asked } = setUp(["https://*.example.org/*"]);
    await sites.resume();
    expect(registered).toEqual([{ matches: ["https://*.example.org/*"], excluded: [] }]);
    expect(asked).toEqual([[...CURATED, "https://*.example.org/*"]]);
    expect(dismissed).toEqual([7, 8]);
    expect(ran).toEqual([7, 8]);
  });

  it("lose it when the grant is taken back, and open pages are told", async () => {
    const { sites, registered, changes } = setUp();
    await sites.revoked();
    expect(registered).toEqual([{ matches: [], excluded: [] }]);
    expect(changes()).toBe(1);
  });
});

describe("a look at a page, by the popup's passing grant,", () => {
  const BLOG = "https://blog.example.org/post";
  const allowed = (sites: ReturnType<typeof setUp>["sites"], url: string, tabUrl = url) =>
    sites.allows({ tabId: 1, url, tabUrl });

  it("holds for that site's pages in that tab, and the frames in them", async () => {
    const { sites } = setUp([], BLOG);
    await sites.lookOnce(1);
    expect(await allowed(sites, BLOG)).toBe(true);
    expect(await allowed(sites, "https://frame.example.net/", BLOG)).toBe(true);
    expect(await sites.allows({ tabId: 2, url: BLOG, tabUrl: BLOG })).toBe(false);
    expect(await allowed(sites, "https://elsewhere.example.com/")).toBe(false);
    await sites.forget(1);
    expect(await allowed(sites, BLOG)).toBe(false);
  });

  it("is none where the site was allowed, and ends with that permission", async () => {
    const granted = ["https://*.blog.example.org/*"];
    const { sites } = setUp(granted, BLOG);
    await sites.lookOnce(1);
    expect(await allowed(sites, BLOG)).toBe(true);
    granted.length = 0;
    expect(await allowed(sites, BLOG)).toBe(false);
  });
});

describe("what a page may know", () => {
  async function siteOn(
    url: string,
    tabUrl = url,
    { off = [] as string[], granted = [] as string[], once = false, origin = new URL(url).origin } = {},
  ) {
    const { sites } = setUp(granted, tabUrl);
    if (once) await sites.lookOnce(1);
    const settings = { ...DEFAULT_SETTINGS, sites: { off, never: [] } };
    let asked = false;
    const publicSettings = createPublicSettings({
      settings: { read: async () => settings },
      consent: { agreedAt: async () => null },
      allows: sites.allows,
      willBeAsked: () => {
        asked = true;
      },
    });
    const reply = await publicSettings({ role: "content", tabId: 1, url, origin, tabUrl });
    // Only for a page that will be read is anything made ready.
    expect(asked).toBe(reply.ok && reply.value.siteOn);
    return reply.ok && reply.value.siteOn;
  }
  const NEWS = "https://www.reuters.com/markets";
  const NEWS_ORIGIN = "https://www.reuters.com";
  const MAIL = "https://mail.google.com";
  const EVERYWHERE = { granted: ["/"] };
  const BLOG = "https://blog.example.org/post";

  it.each<[string, boolean, Promise<boolean>]>([
    ["a curated site", true, siteOn(NEWS)],
    ["a site nobody granted", false, siteOn(BLOG)],
    ["a site looked at once", true, siteOn(BLOG, BLOG, { once: true })],
    ["a granted site", true, siteOn(BLOG, BLOG, { granted: ["https://*.blog.example.org/*"] })],
    ["a site switched off", false, siteOn(NEWS, NEWS, { off: ["reuters.com"] })],
    ["a frame in a page switched off", false, siteOn(NEWS, BLOG, { off: ["example.org"] })],
    ["a blank frame that a curated page made", true, siteOn("about:srcdoc", NEWS, { origin: NEWS_ORIGIN })],
    ["a page that a curated page made", true, siteOn(`blob:${NEWS_ORIGIN}/1f`, undefined, { origin: NEWS_ORIGIN })],
    ["a frame of which nothing is known", false, siteOn("about:srcdoc", NEWS, { origin: "null" })],
    ["such a frame where all is granted", false, siteOn("about:srcdoc", NEWS, { ...EVERYWHERE, origin: "null" })],
    ["a sandboxed frame of a curated site", true, siteOn(NEWS, BLOG, { origin: "null" })],
    ["such a frame of a site that is off", false, siteOn(NEWS, BLOG, { origin: "null", off: ["reuters.com"] })],
    ["a page of which nothing is known", false, siteOn("data:text/html,x", "data:text/html,x", EVERYWHERE)],
    ["a page of a file", false, siteOn("file:///home/reader/letter.html", undefined, EVERYWHERE)],
    ["a page whose origin is not that of its address", false, siteOn(NEWS, NEWS, { ...EVERYWHERE, origin: MAIL })],
    ["a page that mail made", false, siteOn(`blob:${MAIL}/1f`, undefined, { ...EVERYWHERE, origin: MAIL })],
    [
      "such a page by its address alone",
      false,
      siteOn(`blob:${MAIL}/1f`, undefined, { ...EVERYWHERE, origin: "null" }),
    ],
    ["a window that mail prints from", false, siteOn("about:blank", "about:blank", { ...EVERYWHERE, origin: MAIL })],
    ["a frame that a frame of mail made", false, siteOn("about:srcdoc", NEWS, { ...EVERYWHERE, origin: MAIL })],
    ["a frame of mail inside news", false, siteOn(`${MAIL}/inbox`, NEWS, EVERYWHERE)],
    [
      "a page that a site made which is off",
      false,
      siteOn(`blob:${NEWS_ORIGIN}/1f`, undefined, { off: ["reuters.com"] }),
    ],
    [
      "mail, though all sites are granted",
      false,
      siteOn("https://mail.google.com/", undefined, { granted: ["https://google.com/*"] }),
    ],
    [
      "a folder with a site's mail",
      false,
      siteOn("https://club.example.org/webmail/?_task=mail", undefined, EVERYWHERE),
    ],
    ["a frame inside such a folder", false, siteOn(NEWS, "https://club.example.org/owa/", EVERYWHERE)],
    ["a frame inside mail", false, siteOn(NEWS, "https://mail.google.com/")],
  ])("%s is on: %s", async (_, expected, outcome) => {
    expect(await outcome).toBe(expected);
  });

  it("are the words that the reader never wants marked there, and those of no other site", async () => {
    const { sites } = setUp([]);
    const never = [
      { site: "reuters.com", surface: "Apple" },
      { site: "cnbc.com", surface: "Target" },
    ];
    const publicSettings = createPublicSettings({
      settings: { read: async () => ({ ...DEFAULT_SETTINGS, sites: { off: [], never } }) },
      consent: { agreedAt: async () => null },
      allows: sites.allows,
      willBeAsked: () => undefined,
    });
    const reply = await publicSettings({ role: "content", tabId: 1, url: NEWS, origin: NEWS_ORIGIN, tabUrl: NEWS });
    expect(reply).toMatchObject({ value: { detection: { never: ["Apple"] } } });
  });
});
