import { relay } from "./reader-event";

/** Where the keyboard is in a box that cannot have the browser's focus. */
export interface RelayedFocus {
  /** The element that keys go to; null if the keyboard is nowhere in the box. */
  readonly current: () => Element | null;
  /** Goes to an element without showing it, because the reader has clicked it. */
  readonly place: (element: Element) => void;
  /** Goes to an element and shows it. */
  readonly goTo: (element: Element) => void;
  /** The control after or before the present place; undefined beyond the last. */
  readonly neighbour: (backward: boolean) => Element | undefined;
  /** Leaves the box. */
  readonly end: () => void;
}

/** Selects what Tab goes to. */
export const CONTROL = "a[href],button:not(:disabled),[tabindex='0']";

/** Begins nowhere in the box. */
export function createRelayedFocus(box: HTMLElement): RelayedFocus {
  /** Where it has been, the present place last. When a control goes, such as a menu's, the one before counts. */
  let places: Element[] = [];

  function current(): Element | null {
    places = places.filter((place) => box.contains(place));
    return places.at(-1) ?? null;
  }

  function leave(): void {
    const left = current();
    left?.removeAttribute("data-focused");
    if (left) relay(left, new FocusEvent("blur"));
  }

  function place(element: Element): void {
    leave();
    places = [...places.filter((one) => one !== element), element];
  }

  return {
    current,
    place,
    goTo(element) {
      place(element);
      element.setAttribute("data-focused", "");
    },
    neighbour(backward) {
      const at = current();
      const others = [...box.querySelectorAll(CONTROL)].filter((one) => one !== at && one.checkVisibility());
      const isAhead = (other: Element) =>
        at === null || (at.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
      return backward ? others.findLast((other) => !isAhead(other)) : others.find(isAhead);
    },
    end() {
      leave();
      places = [];
    },
  };
}
