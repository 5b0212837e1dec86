import type { Result } from "../domain/failure";
import type { PublicSettings } from "../domain/settings";
import type { Ask } from "../platform/ask";
import type { PayloadOf } from "../protocol/requests";
import type { MenuChoice } from "../ui/card/card-props";

type Card = PublicSettings["card"];

/**
 * What the reader chose in the card itself. The card shows it at once, until the page has other settings; what they do
 * not remember stays for as long as they say the same of it.
 */
export function createChoices(ask: Ask) {
  let settings: Card | undefined;
  let chosen: Card;
  return {
    /** The card's settings with the reader's choices in place. */
    applied(card: Card): Card {
      if (card !== settings) chosen = card.more === settings?.more ? { ...card, more: chosen.more } : card;
      settings = card;
      return chosen;
    },
    /**
     * Shows or hides the details behind the answer. It is remembered for all cards only if the click is beyond doubt.
     */
    async more(open: boolean, beyondDoubt: boolean): Promise<void> {
      chosen = { ...chosen, more: open };
      if (beyondDoubt) await ask("card-choice", { choice: "more", open });
    },
    async make(choice: MenuChoice, word: string, card: Card): Promise<Result<null>> {
      const form = card.form === "compact" ? "full" : "compact";
      const reply = await ask("card-choice", payloadOf(choice, word, form));
      if (reply.ok && choice === "form") chosen = { ...chosen, form };
      return reply;
    },
  };
}

function payloadOf(choice: MenuChoice, word: string, form: Card["form"]): PayloadOf<"card-choice"> {
  if (choice === "site-off") return { choice };
  if (choice === "form") return { choice, form };
  return { choice: "never", word, everywhere: choice === "never" };
}
