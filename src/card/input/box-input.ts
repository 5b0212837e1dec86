import { createDirectInput } from "./direct-input";
import { createRelayedInput } from "./relayed-input";

/** How the reader's pointer and keys reach the card's box. */
export interface BoxInput {
  /** Call this when the card is about to be shown. Ends with `signal`. */
  readonly begin: (signal: AbortSignal) => void;
  /** The box's innermost element at a point of the viewport; null if there is none. */
  readonly elementAt: (x: number, y: number) => Element | null;
  /** Moves the focus into the card. */
  readonly focus: () => void;
}

/** The card's elements that input is about. */
export interface InputParts {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  readonly box: HTMLElement;
  /** The root's style sheet. */
  readonly sheet: CSSStyleSheet;
}

/** The browser that a script is built for; not defined where tests import a module as it is. */
declare const __TARGET__: "chromium" | "firefox" | undefined;

/**
 * Firefox tells a page which node in a closed shadow root an event happened to, and lets it search and select the text
 * in there. From one node a page reaches the whole card. So the box gets no input there: the host gets it, and passes
 * it on.
 */
export function createBoxInput(parts: InputParts): BoxInput {
  return typeof __TARGET__ !== "undefined" && __TARGET__ === "firefox"
    ? createRelayedInput(parts)
    : createDirectInput(parts);
}
