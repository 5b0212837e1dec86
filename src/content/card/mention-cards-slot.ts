import type { MentionCards, MentionCardsDeps } from "./mention-cards";

/** Makes what opens the cards of one reading. */
export type CreateMentionCards = (deps: MentionCardsDeps) => MentionCards;

/**
 * A property that content.js and mention-cards.js share. They are two bundles in one isolated world, which the page
 * cannot see.
 */
const SLOT_KEY = Symbol.for("sidequote.mention-cards");

/** Lets content.js open cards from now on. */
export function offerMentionCards(create: CreateMentionCards): void {
  Reflect.set(globalThis, SLOT_KEY, create);
}

/** What was offered; undefined before mention-cards.js has run. */
export function offeredMentionCards(): CreateMentionCards | undefined {
  return Reflect.get(globalThis, SLOT_KEY);
}

/** Takes back what was offered, so that a later version of the extension does not find an earlier one's. */
export function withdrawMentionCards(): void {
  Reflect.deleteProperty(globalThis, SLOT_KEY);
}
