import { fail, ok } from "../domain/failure";
import { DEFAULT_SETTINGS } from "../domain/settings";
import { runInFrame } from "../platform/scripts";
import { serve } from "../platform/serve";
import { createCardInjection } from "./card-injection";

const injectCard = createCardInjection(runInFrame);

serve({
  identify: () => ok({}),
  compare: ({ ticker }) => fail({ kind: "unknown-ticker", ticker }),
  "public-settings": () => ok({ ...DEFAULT_SETTINGS, consented: false, siteOn: true }),
  "inject-card": (_, asker) => injectCard(asker),
  "give-consent": () => ok(null),
});
