import { render } from "preact";
import curatedSites from "../domain/curated-sites.json";
import { ask } from "../platform/ask";
import { textOf, uiLanguage } from "../platform/browser-text";
import { onNews } from "../platform/news";
import { askForAllSites, mayReadAllSites } from "../platform/permissions";
import { openOptions } from "../platform/tabs";
import { wearLook } from "../ui/page-look";
import { WelcomeView } from "./welcome-view";
import "./welcome.css";

const root = document.getElementById("root");
document.documentElement.lang = uiLanguage();

async function show(): Promise<void> {
  const [settings, everywhere] = await Promise.all([ask("public-settings", {}), mayReadAllSites()]);
  if (!root) return;
  if (settings.ok) wearLook(document.body, settings.value.look, uiLanguage());
  render(
    <WelcomeView
      text={textOf}
      agreed={settings.ok && settings.value.consented}
      everywhere={everywhere}
      curatedCount={curatedSites.length}
      agree={() => void ask("give-consent", {}).then(show)}
      askForAllSites={async () => {
        const granted = await askForAllSites();
        await show();
        return granted;
      }}
      openOptions={() => void openOptions()}
    />,
    root,
  );
}

onNews(() => void show());
void show();
