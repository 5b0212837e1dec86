import { relay } from "./reader-event";
import { CONTROL, createRelayedFocus } from "./relayed-focus";
import { scrollCard } from "./scroll-card";

/** The keyboard in a box that cannot have the browser's focus. */
export interface RelayedKeys {
  /** Passes the host's keys on to the box, until `signal` aborts. */
  readonly begin: (signal: AbortSignal) => void;
  /** The reader has clicked an element: the keyboard goes to the control around it. */
  readonly clicked: (element: Element) => void;
  /** Goes to the card as a whole, and gives the host the browser's focus. */
  readonly focus: () => void;
}

interface RelayedKeysDeps {
  readonly host: HTMLElement;
  readonly box: HTMLElement;
  /** Has a screen reader say a text. */
  readonly say: (text: string) => void;
}

const SCROLL_PX = { ArrowDown: 40, ArrowUp: -40, PageDown: 200, PageUp: -200 } as Readonly<Record<string, number>>;

/** Does what a browser does for an element that has its focus: Tab, Enter, Space and scrolling. */
export function createRelayedKeys({ host, box, say }: RelayedKeysDeps): RelayedKeys {
  const boxFocus = createRelayedFocus(box);
  const dialog = () => box.querySelector("[role=dialog]");

  function onKey(event: KeyboardEvent): void {
    const target = boxFocus.current() ?? dialog();
    if (!target || event.ctrlKey || event.altKey || event.metaKey) return;
    // Firefox lets a `KeyboardEvent` leave a shadow root even if it is not composed, and the page would get its target.
    const copy = Object.assign(new Event("keydown", { bubbles: true, cancelable: true }), { key: event.key });
    if (!relay(target, copy) || act(event, target)) event.preventDefault();
  }

  /** False if the key is left to the browser. */
  function act({ key, shiftKey, repeat }: KeyboardEvent, target: Element): boolean {
    if (key === "Tab") return goToNeighbour(shiftKey);
    const presses = target.matches(CONTROL) && (key === "Enter" || (key === " " && target.localName === "button"));
    if (presses && !repeat) relay(target, new MouseEvent("click", { bubbles: true, cancelable: true }));
    return presses || (SCROLL_PX[key] !== undefined && scrollCard(box, SCROLL_PX[key]));
  }

  function goToNeighbour(backward: boolean): boolean {
    const next = boxFocus.neighbour(backward);
    if (!next) return false;
    boxFocus.focusVisibly(next);
    say(next.getAttribute("aria-label") ?? next.textContent);
    return true;
  }

  return {
    begin(signal) {
      host.addEventListener("keydown", (event) => event.isTrusted && onKey(event), { signal });
      // A page can focus the host, too. It must not find the keyboard where the reader has left it, or on a button that
      // the reader has clicked while the page kept the focus elsewhere.
      for (const type of ["focus", "blur"]) host.addEventListener(type, boxFocus.end, { signal });
      signal.addEventListener("abort", boxFocus.end);
    },
    clicked(element) {
      const control = element.closest(CONTROL);
      if (control) boxFocus.focusSilently(control);
    },
    focus() {
      host.focus({ preventScroll: true });
      const whole = dialog();
      if (whole) boxFocus.focusVisibly(whole);
    },
  };
}
