import { claimElement } from "../platform/own-elements";
import looks from "../ui/card/card.css?inline";
import theme from "../ui/theme.css?inline";
import { type CardLook, createCardBox } from "./card-box";
import element from "./host.css?inline";
import { type BoxInput, createBoxInput } from "./input/box-input";
import type { Place, Size } from "./placement";
import { createPresence } from "./presence";
import { withSecretNames } from "./secret-names";
import { createSteadyTime } from "./steady-time";
import type { WatchCover } from "./watch-cover";
import { watchFrame } from "./watch-frame";
import { watchMoves } from "./watch-moves";

/** The card's elements: a host in the top layer that looks like nothing, and one box inside its shadow root. */
export interface Shell {
  readonly host: HTMLElement;
  /** Has the card's position and look; the view fills it. */
  readonly box: HTMLElement;
  /** Puts the host into the top layer of the page, where it can be reached if `element` can be. */
  readonly show: (element: Element) => void;
  /** Removes everything from the page. If the focus was inside, it returns to where it was. */
  readonly hide: () => void;
  /** Hides the card for good. A page may keep the host, but must not keep anything else through it. */
  readonly destroy: () => void;
  readonly focus: () => void;
  readonly dress: (look: CardLook) => void;
  /** The size of the box without a limit on its height. */
  readonly naturalSize: () => Size;
  readonly moveTo: (place: Place) => void;
  /**
   * Since when the box has been visible at one place, in milliseconds of `now`; null while hidden, and once the page
   * has removed the card.
   */
  readonly steadySince: () => number | null;
  /** Whether something was drawn over the box at the last check. */
  readonly seenCovered: () => boolean;
  /** The box's innermost element at a point of the viewport; null if there is none. */
  readonly elementAt: (x: number, y: number) => Element | null;
  /** Whether an event happened to the card, which may be in a dialog inside one of the page's shadow roots. */
  readonly owns: (event: Event) => boolean;
}

interface ShellDeps {
  readonly rootMode: ShadowRootMode;
  /** Milliseconds of a monotonic clock. */
  readonly now: () => number;
  readonly watchCover: WatchCover;
  readonly entered: () => void;
  readonly left: () => void;
  /** Called when the page has removed the card so often that we give up. */
  readonly closed: () => void;
  /** Called when something has moved or changed its size, so that the box may need another place. */
  readonly moved: () => void;
}

/** Builds the shell; nothing enters the page before `show`. */
export function createShell(deps: ShellDeps): Shell {
  const { host, root, sheet, putOnStyles } = createHost(deps.rootMode);
  const steadyTime = createSteadyTime(deps.now);
  const box = createCardBox(host, steadyTime.restart);
  root.append(box.element);
  const input = createBoxInput({ host, root, box: box.element, sheet });
  watchPointer(host, deps);

  const entered = () => {
    putOnStyles();
    steadyTime.restart();
  };
  const presence = createPresence({ host, now: deps.now, entered, gaveUp: deps.closed });
  let shown: AbortController | null = null;
  const focus = createFocus(host, input);

  function begin(element: Element): AbortController {
    const showing = new AbortController();
    const { signal } = showing;
    box.begin();
    presence.begin(element, signal);
    watchMoves(host, box.element, deps.moved, signal);
    input.begin(signal);
    deps.watchCover(box.element, steadyTime.setCovered, signal);
    watchFrame(steadyTime.restart, signal);
    return showing;
  }

  function hide(): void {
    if (!shown) return;
    const returning = focus.giveBack();
    shown.abort();
    shown = null;
    steadyTime.end();
    host.remove();
    returning?.focus({ preventScroll: true });
  }

  return {
    host,
    box: box.element,
    show(element) {
      if (shown) presence.moveTo(element);
      else shown = begin(element);
    },
    hide,
    destroy() {
      hide();
      root.replaceChildren();
    },
    focus: focus.take,
    dress: box.dress,
    naturalSize: box.naturalSize,
    moveTo: box.moveTo,
    steadySince: () => (shown && !presence.isTampered() ? steadyTime.since() : null),
    seenCovered: steadyTime.isCovered,
    elementAt: input.elementAt,
    owns: (event) => event.composedPath().includes(host),
  };
}

/** Moves the focus into the card, and gives it back to where it was. */
function createFocus(host: HTMLElement, input: Pick<BoxInput, "focus">) {
  let before: Element | null = null;
  // What is inside a shadow root counts as its host for the tree around it.
  const isInside = () => (host.getRootNode() as Document | ShadowRoot).activeElement === host;
  return {
    take(): void {
      if (!isInside()) before = document.activeElement;
      input.focus();
    },
    /** The element that gets the focus back when the host has left; null if the focus was not in the card. */
    giveBack(): HTMLElement | null {
      const to = isInside() ? before : null;
      before = null;
      return to instanceof HTMLElement && to.isConnected ? to : null;
    },
  };
}

function createHost(mode: ShadowRootMode) {
  // A built-in element, because a page can define custom elements of any name, and would then own the card.
  const host = document.createElement("div");
  claimElement(host);
  host.popover = "manual";
  const root = host.attachShadow({ mode });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(withSecretNames(theme + looks + element));
  // A page that takes the host into another document strips it of its styles, and could then hide the text.
  const putOnStyles = () => {
    root.adoptedStyleSheets = [sheet];
  };
  return { host, root, sheet, putOnStyles };
}

/** Reports when the reader's pointer enters or leaves the card; touches do not count. */
function watchPointer(host: HTMLElement, { entered, left }: Pick<ShellDeps, "entered" | "left">): void {
  const counts = ({ isTrusted, pointerType }: PointerEvent) => isTrusted && pointerType !== "touch";
  host.addEventListener("pointerenter", (event) => counts(event) && entered());
  host.addEventListener("pointerleave", (event) => counts(event) && left());
}
