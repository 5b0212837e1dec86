import { createMentionCards } from "./mention-cards";
import { offerMentionCards } from "./mention-cards-slot";

offerMentionCards(createMentionCards);
