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
import { useWelcomeState, type WelcomeStateDeps } from "./use-welcome-state";
import { WelcomeView } from "./welcome-view";
import "./welcome.css";

const language = uiLanguage();
document.documentElement.lang = language;

const deps: WelcomeStateDeps = {
  ask,
  currentAccess,
  wearLook: (look) => wearLook(document.body, look, language),
  onBroadcast,
};

function Welcome() {
  const { state, reload } = useWelcomeState(deps);
  if (!state) return null;
  const { agreed, granted, withheld } = state;
  const thenReload = async (answer: boolean) => {
    await reload();
    return answer;
  };
  return (
    <WelcomeView
      text={textOf}
      agreed={agreed}
      everywhere={granted.includes("*")}
      withheld={withheld}
      curatedCount={curatedSites.length}
      offered={{ count: offeredSites.length, isOn: offeredSites.every((host) => isCovered(host, granted)) }}
      askForOffered={() => askForHosts(offeredSites).then(thenReload)}
      agree={() => void ask("give-consent", {}).then(reload)}
      askForAllSites={() => askForAllSites().then(thenReload)}
      allowWithheld={() => askForWithheld(withheld).then(thenReload)}
      openOptions={() => void openOptions()}
    />
  );
}

const root = document.getElementById("root");
if (root) render(<Welcome />, root);
