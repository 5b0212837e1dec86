import { MARKET_VOCABULARY } from "../domain/detection/market-words";
import { ok } from "../domain/failure";
import { askPage } from "../platform/ask-page";
import { setBadge } from "../platform/badge";
import { now } from "../platform/clock";
import { onInstalled } from "../platform/installed";
import { browserAskedForConsent } from "../platform/permissions";
import { runContentIn, runInFrame } from "../platform/scripts";
import { serve } from "../platform/serve";
import { closeLocalToPages, localStore, onSynced, sessionStore, syncStore } from "../platform/storage";
import { onTabClosed, openOptions, openOwnPage, tellEveryone, tellOwnPages } from "../platform/tabs";
import { createCardInjection } from "./card-injection";
import { createConsent } from "./consent";
import { createDirectoryKeeper } from "./directory/directory-keeper";
import { comparisonAsker, createFigures } from "./figures";
import { createPageMentions } from "./page-mentions";
import { createPublicSettings } from "./public-settings";
import { createSettingsStore } from "./settings";
import { createSettingsRequests } from "./settings-requests";
import { createWatchlistStore } from "./watchlist";
import { createWatchlistRequests } from "./watchlist-requests";
import { welcomeOnce } from "./welcome";

const changed = () => void tellEveryone({ news: "settings-changed" });
const settings = createSettingsStore({ local: localStore, sync: syncStore, now, changed });
const consent = createConsent({ local: localStore, now, browserAgreed: browserAskedForConsent, changed });
const watchlist = createWatchlistStore({ local: localStore, sync: syncStore, now, changed });
const reported = () => void tellOwnPages({ news: "mentions-changed" });
const pageMentions = createPageMentions({ session: sessionStore, settings, askPage, setBadge, reported });
const publicSettings = createPublicSettings({ settings, consent });
const figures = createFigures({
  hasConsent: async () => (await consent.agreedAt()) !== null,
  order: async () => (await settings.read()).source.order,
  kindOf: () => undefined,
  keyOf: async () => null,
});
const directory = createDirectoryKeeper(async () => []);
const injectCard = createCardInjection(runInFrame);

void closeLocalToPages();
void consent.adoptBrowsers();
onInstalled((reason) => {
  if (reason === "install") void welcomeOnce(localStore, () => openOwnPage("welcome.html"));
});
onSynced((key, value) => {
  if (key === "settings") void settings.adopt(value);
  if (watchlist.owns(key)) void watchlist.merge();
});
onTabClosed((tabId) => void pageMentions.forget(tabId));

serve({
  identify: async ({ surfaces }) => ok((await directory.open()).identify(surfaces)),
  vocabulary: () => ok(MARKET_VOCABULARY),
  compare: ({ ticker, published }, asker) => figures.compare(ticker, published, comparisonAsker(asker)),
  "public-settings": (_, asker) => publicSettings(asker),
  "inject-card": (_, asker) => injectCard(asker),
  describe: async ({ ticker }) => ok({ listing: null, other: null, starred: await watchlist.has(ticker) }),
  "open-page": async ({ page }) => {
    await (page === "options" ? openOptions() : openOwnPage("welcome.html"));
    return ok(null);
  },
  "report-mentions": ({ listings }, asker) => pageMentions.report(asker, listings),
  "page-mentions": ({ tabId }) => pageMentions.list(tabId),
  "compare-rows": async ({ tickers, cachedOnly }, asker) =>
    ok(await figures.compareRows(tickers, comparisonAsker(asker), cachedOnly)),
  search: async ({ query }, asker) => {
    const found = await figures.search(query, comparisonAsker(asker));
    return ok({ listings: found.ok ? found.value : [], failure: found.ok ? null : found.failure });
  },
  "look-once": async ({ tabId }) => ok(await runContentIn(tabId)),
  "test-key": async ({ provider }) => ok(await figures.testKey(provider)),
  "cache-size": async () => ok(await figures.cacheSize()),
  "clear-cache": async () => {
    await figures.clearCache();
    return ok(null);
  },
  ...createSettingsRequests(settings, consent),
  ...createWatchlistRequests(watchlist, async () => ""),
});
