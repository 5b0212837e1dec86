import { render } from "preact";
import curatedSites from "../domain/curated-sites.json";
import { ask } from "../platform/ask";
import { onBroadcast } from "../platform/broadcast";
import { textOf, uiLanguage } from "../platform/browser-text";
import { now } from "../platform/clock";
import { ownVersion } from "../platform/installed";
import { keys } from "../platform/keys";
import { askForAllSites, askForSite, askForWithheld, currentAccess, giveBack } from "../platform/permissions";
import { saveFile } from "../platform/save-file";
import { openShortcuts, shortcuts } from "../platform/shortcuts";
import { wearLook } from "../ui/page-look";
import type { OptionsDeps } from "./options-deps";
import { OptionsView } from "./options-view";
import "./options.css";

const language = uiLanguage();
document.documentElement.lang = language;

const deps: OptionsDeps = {
  ask,
  text: textOf,
  language,
  version: ownVersion(),
  curatedSites,
  keys,
  onBroadcast,
  wearLook: ({ look }) => wearLook(document.body, look, language),
  currentAccess,
  askForSite,
  askForAllSites,
  askForWithheld,
  giveBack,
  shortcuts,
  openShortcuts,
  download: (name, text) => saveFile(name, text, "application/json"),
  now,
};

const root = document.getElementById("root");
if (root) render(<OptionsView {...deps} />, root);
