import { ok } from "../domain/failure";
import { namedListing } from "../domain/named-listing";
import { once } from "../domain/once";
import { hasOtherShare } from "../domain/other-shares";
import { parseStarter } from "../domain/starter";
import { onSchedule } from "../platform/alarms";
import { askPage } from "../platform/ask-page";
import { setBadge } from "../platform/badge";
import { textOf, uiLanguage } from "../platform/browser-text";
import { now, wait } from "../platform/clock";
import { onCommand } from "../platform/commands";
import { offerLookUp, onLookUp } from "../platform/context-menu";
import { onBrowserStart, onInstalled } from "../platform/installed";
import { keptDirectory, keptImage } from "../platform/kept-directory";
import { keys } from "../platform/keys";
import { packagedText } from "../platform/packaged-text";
import { browserAskedForConsent, mayReach, mayRead } from "../platform/permissions";
import { dismissEarlier, focusedFrame, runContentIn, runInFrame } from "../platform/scripts";
import { serve } from "../platform/serve";
import { grantedOrigins, manifestOrigins, onAccessChanged, runContentAt, tabsAt } from "../platform/sites";
import { closeStorageToPages, localStore, onSynced, sessionStore, syncStore } from "../platform/storage";
import {
  addressOf,
  hasPrivateTab,
  onTabClosed,
  openOptions,
  openWelcome,
  tellEveryone,
  tellOwnPages,
} from "../platform/tabs";
import { createCardRequests } from "./card-requests";
import { forgetHovers } from "./closes/hover-budget";
import { createCommands } from "./commands";
import { createConsent } from "./consent";
import { createDirectoryKeeper } from "./directory/directory-keeper";
import { createDirectoryRequests } from "./directory-requests";
import { createFigureRequests } from "./figure-requests";
import { createFleetingStore } from "./fleeting-store";
import { createLookUp } from "./look-up";
import { createOutgoing } from "./outgoing";
import { createPageMentions } from "./page-mentions";
import { createPublicSettings } from "./public-settings";
import { createPublication } from "./publication";
import { createSettingsStore } from "./settings";
import { createSettingsRequests } from "./settings-requests";
import { createSites } from "./sites";
import { createWatchlistStore } from "./watchlist";
import { createWatchlistRequests } from "./watchlist-requests";
import { welcomeOnce } from "./welcome";

/** Every day the directory's age is checked, so that after a day offline it is refreshed a day late, not a week. */
const DAY_MINUTES = 24 * 60;

const changed = () => void tellEveryone({ broadcast: "settings-changed" });
const settings = createSettingsStore({ local: localStore, sync: syncStore, now, changed });
const consentChanged = () => {
  changed();
  inBackground(refreshDirectory());
};
const consent = createConsent({
  local: localStore,
  now,
  browserAgreed: browserAskedForConsent,
  changed: consentChanged,
});
const watchlist = createWatchlistStore({ local: localStore, sync: syncStore, now, changed });
const reported = () => void tellOwnPages({ broadcast: "mentions-changed" });
const pageMentions = createPageMentions({ session: sessionStore, settings, askPage, setBadge, reported, wait });
const sites = createSites({
  session: sessionStore,
  manifestOrigins,
  grantedOrigins,
  mayRead,
  runContentAt,
  tabsAt,
  runContentIn,
  addressOf,
  dismissEarlier,
  changed,
});
const publicSettings = createPublicSettings({
  settings,
  consent,
  allows: sites.allows,
  willBeAsked: () => void directory.open(),
});
const outgoing = createOutgoing({
  fetch: (input, init) => fetch(input, init),
  hasConsent: async () => (await consent.agreedAt()) !== null,
  isPermitted: mayReach,
  now,
  // The fixed clock of demo builds must not stop the counting of requests.
  uptime: () => performance.now(),
});
const privateStore = createFleetingStore(() => hasPrivateTab());
const figures = once(async () =>
  (await import("./figures")).createFigures({
    outgoing,
    privateStore,
    order: async () => (await settings.read()).source.order,
    benchmarkChoice: async () => (await settings.read()).card,
    kindOf: async (ticker) => (await openedDirectory()).byTicker(ticker)?.kind,
    keyOf: keys.get,
  }),
);
const directory = createDirectoryKeeper({
  hasConsent: outgoing.hasConsent,
  fetchText: outgoing.fetchText,
  starter: async () => parseStarter(await packagedText("starter.tsv")),
  now,
  kept: keptDirectory,
  image: keptImage,
});
const refreshDirectory = async () => {
  const problem = await directory.refresh();
  if (problem !== null) console.warn("Sidequote: the directory was not refreshed:", problem);
};
const openedDirectory = async () => (await directory.open()).directory;
const lookUp = createLookUp({
  askPage,
  runContentIn: sites.lookOnce,
  named: async (text) => namedListing(text, await directory.open()),
  showQuestionMark: pageMentions.showQuestionMark,
});

/** Runs work that nobody waits for. If it fails, nothing changes, and the log says so. */
const inBackground = (work: Promise<unknown>) =>
  void work.catch((error) => console.error("Sidequote: unfinished work in the background", error));

onSchedule("directory", DAY_MINUTES, () => inBackground(refreshDirectory()));
inBackground(closeStorageToPages());
inBackground(consent.adoptBrowsers());
/** Takes over what other computers changed while the browser or the extension on this one was not running. */
const catchUp = () =>
  Promise.all([syncStore.get("settings").then((remote) => settings.adopt(remote)), watchlist.merge()]);

onInstalled((reason) => {
  if (reason === "install") inBackground(welcomeOnce(localStore, openWelcome));
  inBackground(offerLookUp(textOf("menu_lookUp")));
  // The image was made by another version, which may have made it differently.
  inBackground(reason === "update" ? directory.prepare() : directory.open());
  // Neither registered content scripts nor those in open tabs work after an update.
  inBackground(sites.resume());
  inBackground(catchUp());
});
onBrowserStart(() => inBackground(catchUp()));
onSynced((key, value) => {
  if (key === "settings") inBackground(settings.adopt(value));
  if (watchlist.owns(key)) inBackground(watchlist.merge());
});
onTabClosed((tabId) => {
  inBackground(forgetHovers(sessionStore, tabId));
  inBackground(hasPrivateTab(tabId).then((isOpen) => isOpen || privateStore.clear()));
  inBackground(pageMentions.forget(tabId));
  inBackground(sites.forget(tabId));
});
onAccessChanged((change, origins) => {
  inBackground(figures().then(({ accessChanged }) => accessChanged()));
  inBackground(change === "granted" ? sites.granted(origins) : sites.revoked());
});
onLookUp((press) => inBackground(lookUp(press)));
onCommand(createCommands({ askPage, focusedFrame }));

serve({
  ...createDirectoryRequests({
    directory,
    settings: settings.read,
    watchlist,
    hasConsent: outgoing.hasConsent,
    figures,
    text: textOf,
  }),
  ...createFigureRequests({
    figures,
    settings: settings.read,
    text: textOf,
    uiLanguage,
    hasOtherShare: async (ticker) => hasOtherShare(ticker, await openedDirectory()),
  }),
  publication: createPublication(now),
  wake: async () => {
    await Promise.all([directory.open(), figures()]);
    return ok(null);
  },
  "public-settings": (_, asker) => publicSettings(asker),
  ...createCardRequests({ askPage, runInFrame, settings }),
  "open-page": async ({ page }) => {
    await (page === "options" ? openOptions() : openWelcome());
    return ok(null);
  },
  "report-mentions": ({ tickers }, asker) => pageMentions.report(asker, tickers),
  "page-mentions": ({ tabId }) => pageMentions.list(tabId),
  "look-once": async ({ tabId }) => ok(await sites.lookOnce(tabId)),
  ...createSettingsRequests(settings, watchlist, consent),
  ...createWatchlistRequests(watchlist, async (ticker) => (await openedDirectory()).byTicker(ticker)?.name ?? ""),
});
