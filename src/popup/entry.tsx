import { render } from "preact";
import { isInSensitiveFolder, isSensitiveHost } from "../domain/sensitive-sites";
import { ask } from "../platform/ask";
import { askPage } from "../platform/ask-page";
import { onBroadcast } from "../platform/broadcast";
import { textOf, uiLanguage } from "../platform/browser-text";
import { now } from "../platform/clock";
import { askForAllSites, askForSite, askForWithheld, currentAccess, mayRead } from "../platform/permissions";
import { saveFile } from "../platform/save-file";
import { activeTab } from "../platform/tabs";
import { wearLook } from "../ui/page-look";
import type { PopupDeps } from "./popup-deps";
import { PopupView } from "./popup-view";
import "./popup.css";

const language = uiLanguage();
document.documentElement.lang = language;

const deps: PopupDeps = {
  ask,
  text: textOf,
  language,
  now,
  activeTab,
  mayRead,
  isSensitive: (host, address) => isSensitiveHost(host) || isInSensitiveFolder(address),
  askForSite,
  askForAllSites,
  sourcesWithheld: async () => (await currentAccess()).withheld.sources,
  askForSources: () => askForWithheld({ sources: true, sites: false }),
  onBroadcast,
  articleText: (tabId) => askPage(tabId, 0, "article", {}),
  showMention: async (tabId, ticker) => {
    await askPage(tabId, null, "show-mention", { ticker });
    window.close();
  },
  saveCsv: (name, text) => saveFile(name, text, "text/csv;charset=utf-8"),
  openPage: (page) => void ask("open-page", { page }).then(() => window.close()),
  wearLook: ({ settings }) => wearLook(document.body, settings.look, language),
};

const root = document.getElementById("root");
if (root) render(<PopupView {...deps} />, root);
