/** Keeps the host in the page and in its top layer while the card is shown. */
export interface Presence {
  /**
   * Puts the host into the page: into the dialog, popover or fullscreen element around `element`, if there is one. Puts
   * it back if the page removes it, until `signal` aborts.
   */
  readonly begin: (element: Element, signal: AbortSignal) => void;
  /** Call this when the card is beside another element now. */
  readonly moveTo: (element: Element) => void;
  /** Whether the page has hidden, removed or moved the card since `begin`. */
  readonly isTampered: () => boolean;
}

interface PresenceDeps {
  readonly host: HTMLElement;
  /** Milliseconds of a monotonic clock. */
  readonly now: () => number;
  /** The host has entered the page, or returned to it. */
  readonly entered: () => void;
  /** Called when the page has removed the card so often that we give up. */
  readonly gaveUp: () => void;
}

/** Within the span, the host returns at most this often; at the next removal the card closes. */
const MOST_RETURNS = 5;
const RETURNS_WITHIN_MS = 5_000;

/** Nothing enters the page before `begin`. */
export function createPresence({ host, now, entered, gaveUp }: PresenceDeps): Presence {
  let beside: Element = document.documentElement;
  let parent: Element = beside;
  let returns: number[] = [];
  let tampered = false;

  function enter(): void {
    parent = parentFor(beside);
    if (host.parentNode !== parent) parent.append(host);
    if (!host.matches(":popover-open")) host.showPopover();
    entered();
  }

  function returnOrGiveUp(): void {
    // If the page has removed the parent, the host is still its child, but no open popover any more.
    if (host.parentNode === parent && host.matches(":popover-open")) return;
    returns = [...returns.filter((at) => now() - at < RETURNS_WITHIN_MS), now()];
    tampered = true;
    if (returns.length > MOST_RETURNS) gaveUp();
    else enter();
  }

  return {
    begin(element, signal) {
      beside = element;
      tampered = false;
      enter();
      host.addEventListener("toggle", (event) => (event as ToggleEvent).newState === "closed" && returnOrGiveUp(), {
        signal,
      });
      const removed = new MutationObserver(returnOrGiveUp);
      removed.observe(document, { childList: true, subtree: true });
      signal.addEventListener("abort", () => removed.disconnect());
    },
    moveTo(element) {
      beside = element;
      if (host.parentNode !== parentFor(element)) enter();
    },
    isTampered: () => tampered,
  };
}

/**
 * Outside of a modal dialog or fullscreen element nothing can be reached. A press outside of a popover, or of a dialog
 * that says so, closes it.
 */
const COVERING = ":popover-open, dialog:modal, :fullscreen, [closedby=any]";

/**
 * The element to put the host into: the covering one around `element`; otherwise the root element, because a page
 * expects no children of ours among its own.
 */
function parentFor(element: Element): Element {
  for (let at: Element | null = element; at; at = hostOf(at)) {
    const covering = Element.prototype.closest.call(at, COVERING);
    if (covering) return covering;
  }
  return document.documentElement;
}

function hostOf(element: Element): Element | null {
  const root = Node.prototype.getRootNode.call(element);
  return root instanceof ShadowRoot ? root.host : null;
}
