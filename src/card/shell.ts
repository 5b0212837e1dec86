import { claimElement } from "../platform/own-elements";
import looks from "../ui/card/card.css?inline";
import theme from "../ui/theme.css?inline";
import { type CardLook, createBox } from "./box";
import element from "./host.css?inline";
import type { Place, Size } from "./placement";
import { createPresence } from "./presence";
import { watchSelecting } from "./selecting";
import type { WatchSight } from "./sight";
import { createStanding } from "./standing";
import { watchMoves } from "./watch-moves";

/** The card's element: a neutral host in the top layer with one box inside its shadow root. */
export interface Shell {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  /** Carries position and look; its content is the view's. */
  readonly box: HTMLElement;
  /** Puts the host into the page, in the top layer, where `element` is within reach. */
  readonly show: (element: Element) => void;
  /** Takes everything out of the page; a focus inside returns to where it was. */
  readonly hide: () => void;
  /** Hides it for good. A page may keep the host, and is to keep nothing else with it. */
  readonly destroy: () => void;
  readonly focus: () => void;
  readonly dress: (look: CardLook) => void;
  /** The size the box would have with all the height it wants. */
  readonly naturalSize: () => Size;
  readonly moveTo: (place: Place) => void;
  /**
   * Since when the box has stood in sight at one place, in milliseconds of
   * `now`; null while hidden, and once the page has taken the card away.
   */
  readonly steadySince: () => number | null;
  /** Whether something was drawn over the box when it was last looked at. */
  readonly seenCovered: () => boolean;
  readonly owns: (target: EventTarget | null) => boolean;
}

interface ShellDeps {
  readonly rootMode: ShadowRootMode;
  /** Milliseconds of a monotonic clock. */
  readonly now: () => number;
  readonly watchSight: WatchSight;
  readonly entered: () => void;
  readonly left: () => void;
  /** The page took the card away more often than we put it back. */
  readonly closed: () => void;
  /** Something moved or resized; the box may need another place. */
  readonly moved: () => void;
}

/** Builds the shell; nothing enters the page before `show`. */
export function createShell(deps: ShellDeps): Shell {
  const { now } = deps;
  const { host, root } = createHost(deps.rootMode);
  const standing = createStanding(now);
  const box = createBox(host, standing.beginAnew);
  root.append(box.element);
  watchPointer(box.element, deps);

  const presence = createPresence({ host, now, entered: standing.beginAnew, yielded: deps.closed });
  let shown: AbortController | null = null;
  const focus = createFocus(root);

  function begin(element: Element): AbortController {
    const showing = new AbortController();
    const { signal } = showing;
    box.begin();
    presence.begin(element, signal);
    watchMoves(host, box.element, deps.moved, signal);
    watchSelecting(box.element, signal);
    deps.watchSight(box.element, standing.see, signal);
    return showing;
  }

  function hide(): void {
    if (!shown) return;
    const returning = focus.giveBack();
    shown.abort();
    shown = null;
    standing.end();
    host.remove();
    returning?.focus({ preventScroll: true });
  }

  return {
    host,
    root,
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
    steadySince: () => (shown && !presence.isTampered() ? standing.since() : null),
    seenCovered: standing.isCovered,
    owns: (target) => target === host,
  };
}

/** Moves the focus into the card, and gives it back to where it was. */
function createFocus(root: ShadowRoot) {
  let before: Element | null = null;
  return {
    take(): void {
      if (root.activeElement === null) before = document.activeElement;
      root.querySelector<HTMLElement>("[role=dialog]")?.focus({ preventScroll: true });
    },
    /** Where the focus is to return once the host has left; null where it was not in the card. */
    giveBack(): HTMLElement | null {
      const to = root.activeElement === null ? null : before;
      before = null;
      return to instanceof HTMLElement && to.isConnected ? to : null;
    },
  };
}

function createHost(mode: ShadowRootMode): { host: HTMLElement; root: ShadowRoot } {
  // A built-in element: a page can define any name with a hyphen, and would then own the card.
  const host = document.createElement("div");
  claimElement(host);
  host.popover = "manual";
  const root = host.attachShadow({ mode });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(theme + looks + element);
  root.adoptedStyleSheets = [sheet];
  return { host, root };
}

/** Tells when the reader's own pointer, not a finger, comes and goes. */
function watchPointer(box: HTMLElement, { entered, left }: Pick<ShellDeps, "entered" | "left">): void {
  const counts = ({ isTrusted, pointerType }: PointerEvent) => isTrusted && pointerType !== "touch";
  box.addEventListener("pointerenter", (event) => counts(event) && entered());
  box.addEventListener("pointerleave", (event) => counts(event) && left());
}
