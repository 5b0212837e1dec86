import { render } from "preact";
import curatedSites from "../domain/curated-sites.json";
import offeredSites from "../domain/offered-sites.json";
import { isCovered } from "../domain/site";
import { ask } from "../platform/ask";
import { onBroadcast } from "../platform/broadcast";
import { textOf, uiLanguage } from "../platform/browser-text";
import { askForAllSites, askForHosts, askForWithheld, currentAccess } from "../platform/permissions";
import { openOptions } from "../platform/tabs";
import { wearLook } from "../ui/page-look";
import { WelcomeView } from "./welcome-view";
import "./welcome.css";

const root = document.getElementById("root");
document.documentElement.lang = uiLanguage();

async function show(): Promise<void> {
  const [settings, { granted, withheld }] = await Promise.all([ask("public-settings", {}), currentAccess()]);
  if (!root) return;
  if (settings.ok) wearLook(document.body, settings.value.look, uiLanguage());
  render(
    <WelcomeView
      text={textOf}
      agreed={settings.ok && settings.value.consented}
      everywhere={granted.includes("*")}
      withheld={withheld}
      curatedCount={curatedSites.length}
      offered={{ count: offeredSites.length, isOn: offeredSites.every((host) => isCovered(host, granted)) }}
      askForOffered={() => askForHosts(offeredSites).then(thenShow)}
      agree={() => void ask("give-consent", {}).then(show)}
      askForAllSites={() => askForAllSites().then(thenShow)}
      allowWithheld={() => askForWithheld(withheld).then(thenShow)}
      openOptions={() => void openOptions()}
    />,
    root,
  );
}

async function thenShow(granted: boolean): Promise<boolean> {
  await show();
  return granted;
}

onBroadcast(() => void show());
void show();
