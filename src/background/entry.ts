import { fail, ok } from "../domain/failure";
import { now } from "../platform/clock";
import { onInstalled } from "../platform/installed";
import { browserAskedForConsent } from "../platform/permissions";
import { runInFrame } from "../platform/scripts";
import { serve } from "../platform/serve";
import { closeLocalToPages, localStore, onSynced, syncStore } from "../platform/storage";
import { openOptions, openOwnPage, tellEveryone } from "../platform/tabs";
import { createCardInjection } from "./card-injection";
import { createConsent } from "./consent";
import { createPublicSettings } from "./public-settings";
import { createSettingsStore } from "./settings";
import { welcomeOnce } from "./welcome";

const changed = () => void tellEveryone({ news: "settings-changed" });
const settings = createSettingsStore({ local: localStore, sync: syncStore, now, changed });
const consent = createConsent({ local: localStore, now, browserAgreed: browserAskedForConsent, changed });
const publicSettings = createPublicSettings({ settings, consent });
const injectCard = createCardInjection(runInFrame);

void closeLocalToPages();
void consent.adoptBrowsers();
onInstalled((reason) => {
  if (reason === "install") void welcomeOnce(localStore, () => openOwnPage("welcome.html"));
});
onSynced((key, value) => {
  if (key === "settings") void settings.adopt(value);
});

serve({
  identify: () => ok({}),
  compare: ({ ticker }) => fail({ kind: "unknown-ticker", ticker }),
  "public-settings": (_, asker) => publicSettings(asker),
  "inject-card": (_, asker) => injectCard(asker),
  describe: () => ok({ listing: null, other: null, starred: false }),
  star: () => ok(null),
  "open-page": async ({ page }) => {
    await (page === "options" ? openOptions() : openOwnPage("welcome.html"));
    return ok(null);
  },
  "give-consent": async () => {
    await consent.give();
    return ok(null);
  },
});
