import type { CardApi } from "../protocol/card-api";
import type { TextOf } from "../ui/text";
import type { Ask } from "./ask";

/** What a card needs of the extension. The content script has it: in a frame, only that one calls the browser. */
export interface CardAccess {
  readonly ask: Ask;
  readonly text: TextOf;
  /** The browser's language, BCP 47. */
  readonly language: string;
  /** Whether the page is one of ours: consent can be given there, and the card is not removed. */
  readonly isOwnPage: boolean;
}

/** What the card's script has left: how to make a card, and the card once it is made. */
interface Slot {
  readonly create: (access: CardAccess) => CardApi;
  card: CardApi | null;
}

/**
 * A property that content script and card share. They are two bundles in one isolated world, which the page cannot see.
 */
const SLOT_KEY = Symbol.for("sidequote.card");

/** The card of this frame, made at the first call after its script has run; null before that. */
export function findCard(access: CardAccess): CardApi | null {
  const slot = currentSlot();
  if (slot) slot.card ??= slot.create(access);
  return slot?.card ?? null;
}

/** Lets the content script make a card. An earlier one, left by an older version of the extension, is destroyed. */
export function offerCard(create: Slot["create"]): void {
  currentSlot()?.card?.destroy();
  Reflect.set(globalThis, SLOT_KEY, { create, card: null } satisfies Slot);
}

/** Makes the card unfindable, if it is still the one offered. */
export function withdrawCard(card: CardApi): void {
  if (currentSlot()?.card === card) Reflect.deleteProperty(globalThis, SLOT_KEY);
}

function currentSlot(): Slot | undefined {
  return Reflect.get(globalThis, SLOT_KEY);
}
