import type { CardApi } from "../protocol/card-api";

/**
 * A property that content script and card share. They are two bundles in one isolated world, which the page cannot see.
 */
const SLOT = Symbol.for("sidequote.card");

/** The card of this frame, or null before its script has run. */
export function findCard(): CardApi | null {
  return (Reflect.get(globalThis, SLOT) as CardApi | undefined) ?? null;
}

/** Makes a card findable. An earlier one, left by an older version of the extension, is destroyed. */
export function offerCard(card: CardApi): void {
  findCard()?.destroy();
  Reflect.set(globalThis, SLOT, card);
}

/** Makes the card unfindable, if it is still the one offered. */
export function withdrawCard(card: CardApi): void {
  if (findCard() === card) Reflect.deleteProperty(globalThis, SLOT);
}
