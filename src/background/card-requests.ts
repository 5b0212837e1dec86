import type { AskPage } from "../platform/ask-page";
import type { Handlers } from "../platform/serve";
import { createCardChoices } from "./card-choices";
import { createCardInjection } from "./card-injection";
import { createCardOfTab } from "./card-of-tab";
import type { SettingsStore } from "./settings";

interface Dependencies {
  readonly askPage: AskPage;
  readonly runInFrame: Parameters<typeof createCardInjection>[0];
  readonly settings: SettingsStore;
}

/** Answers requests about the card of a tab, and saves what the reader chooses in it. */
export function createCardRequests({
  askPage,
  runInFrame,
  settings,
}: Dependencies): Pick<
  Handlers,
  "inject-mention-cards" | "inject-card" | "tell-card" | "dismiss-card" | "card-choice"
> {
  const cardOfTab = createCardOfTab(askPage);
  const inject = createCardInjection(runInFrame);
  return {
    "inject-mention-cards": (_, asker) => inject("mention-cards.js", asker),
    "inject-card": (_, asker) => inject("card.js", asker),
    "tell-card": (card, asker) => cardOfTab.tell(asker, card),
    "dismiss-card": (_, asker) => cardOfTab.dismiss(asker),
    "card-choice": createCardChoices(settings),
  };
}
