import { relay } from "./reader-event";

/** The focus inside a box that cannot have the browser's. */
export interface RelayedFocus {
  /** The element that has the focus and gets the keys; null if none in the box has it. */
  readonly current: () => Element | null;
  /** Focuses an element without a focus ring, because the reader has clicked it. */
  readonly focusSilently: (element: Element) => void;
  /** Focuses an element and draws the focus ring. */
  readonly focusVisibly: (element: Element) => void;
  /** The control after or before the focused element; undefined beyond the last. */
  readonly neighbour: (backward: boolean) => Element | undefined;
  /** Takes the focus out of the box. */
  readonly end: () => void;
}

/** Selects what Tab goes to. */
export const CONTROL = "a[href],button:not(:disabled),[tabindex='0']";

/** Nothing in the box has the focus at first. */
export function createRelayedFocus(box: HTMLElement): RelayedFocus {
  /** What had the focus, the current element last. If that is removed, as when a menu closes, the one before has it. */
  let focused: Element[] = [];

  function current(): Element | null {
    focused = focused.filter((element) => box.contains(element));
    return focused.at(-1) ?? null;
  }

  function leave(): void {
    const left = current();
    left?.removeAttribute("data-focused");
    if (left) relay(left, new FocusEvent("blur"));
  }

  function focusSilently(element: Element): void {
    leave();
    focused = [...focused.filter((one) => one !== element), element];
  }

  return {
    current,
    focusSilently,
    focusVisibly(element) {
      focusSilently(element);
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
      focused = [];
    },
  };
}
