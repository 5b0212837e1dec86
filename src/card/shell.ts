import { claimElement } from "../platform/own-elements";
import looks from "../ui/card/card.css?inline";
import theme from "../ui/theme.css?inline";
import element from "./host.css?inline";
import type { Place, Size } from "./placement";
import { watchSelecting } from "./selecting";
import type { WatchSight } from "./sight";

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
  /** Since when the box has stood visible at one place, in milliseconds of `now`; null while hidden, and once the page has taken the card away. */
  readonly steadySince: () => number | null;
  /** Whether the browser itself has seen something drawn over the box; false where it does not tell (Firefox). */
  readonly seenCovered: () => boolean;
  readonly owns: (target: EventTarget | null) => boolean;
}

/** How the box is dressed; without a scheme it follows the system. */
interface CardLook {
  readonly scheme: "light" | "dark" | undefined;
  readonly palette: string;
  /** A sheet at the bottom of a touch screen instead of a card beside the mention. */
  readonly isSheet: boolean;
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

/** A page that removes the card gets its way after this many returns within the span. */
const MOST_RETURNS = 5;
const RETURNS_WITHIN_MS = 5_000;

/** Builds the shell; nothing enters the page before `show`. */
export function createShell({ rootMode, now, watchSight, entered, left, closed, moved }: ShellDeps): Shell {
  // A built-in element: a page can define any name with a hyphen, and would then own the card.
  const host = document.createElement("div");
  claimElement(host);
  host.popover = "manual";
  const root = host.attachShadow({ mode: rootMode });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(theme + looks + element);
  root.adoptedStyleSheets = [sheet];
  const box = document.createElement("div");
  box.className = "sq card";
  root.append(box);

  box.addEventListener("pointerenter", (event) => event.isTrusted && event.pointerType !== "touch" && entered());
  box.addEventListener("pointerleave", (event) => event.isTrusted && event.pointerType !== "touch" && left());

  let shown: AbortController | null = null;
  let anchorElement: Element = document.documentElement;
  let returns: number[] = [];
  let steady: number | null = null;
  let placed = "";
  let focusBefore: Element | null = null;
  let covered = false;
  let tampered = false;

  function enter(): void {
    const parent = parentFor(anchorElement);
    if (host.parentNode !== parent) parent.append(host);
    if (!host.matches(":popover-open")) host.showPopover();
    steady = now();
  }

  /** The page hid or removed the card: it returns a few times, then the page has its way. */
  function returnOrYield(): void {
    if (!shown || (host.isConnected && host.matches(":popover-open"))) return;
    returns = [...returns.filter((at) => now() - at < RETURNS_WITHIN_MS), now()];
    tampered = true;
    if (returns.length > MOST_RETURNS) closed();
    else enter();
  }

  function watch(signal: AbortSignal): void {
    const passive = { capture: true, passive: true, signal };
    let frame = 0;
    const movedOnce = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(moved);
    };
    addEventListener("scroll", (event) => event.target !== host && movedOnce(), passive);
    addEventListener("resize", movedOnce, passive);
    visualViewport?.addEventListener("resize", movedOnce, passive);
    host.addEventListener("toggle", (event) => (event as ToggleEvent).newState === "closed" && returnOrYield(), {
      signal,
    });
    const removed = new MutationObserver(returnOrYield);
    removed.observe(document, { childList: true, subtree: true });
    // On the next frame: a box that resizes itself while being observed raises an error event in the page.
    const resized = new ResizeObserver(movedOnce);
    resized.observe(box);
    watchSelecting(box, signal);
    covered = false;
    watchSight(
      box,
      (isCovered) => {
        covered = isCovered;
      },
      signal,
    );
    signal.addEventListener("abort", () => {
      cancelAnimationFrame(frame);
      removed.disconnect();
      resized.disconnect();
    });
  }

  function hide(): void {
    if (!shown) return;
    const returning = root.activeElement === null ? null : focusBefore;
    shown.abort();
    shown = null;
    steady = null;
    focusBefore = null;
    host.remove();
    if (returning instanceof HTMLElement && returning.isConnected) returning.focus({ preventScroll: true });
  }

  return {
    host,
    root,
    box,
    show(element) {
      anchorElement = element;
      if (!shown) {
        shown = new AbortController();
        placed = "";
        tampered = false;
        box.dataset.placed = "no";
        enter();
        watch(shown.signal);
      } else if (host.parentNode !== parentFor(element)) enter();
    },
    hide,
    destroy() {
      hide();
      root.replaceChildren();
    },
    focus() {
      if (root.activeElement === null) focusBefore = document.activeElement;
      box.querySelector<HTMLElement>("[role=dialog]")?.focus({ preventScroll: true });
    },
    dress({ scheme, palette, isSheet }) {
      if (scheme) box.dataset.scheme = scheme;
      else delete box.dataset.scheme;
      box.dataset.palette = palette;
      if (isSheet) box.dataset.sheet = "";
      else delete box.dataset.sheet;
    },
    naturalSize() {
      // A page's zoom reaches even the top layer; rectangles, and so our places, are of the viewport.
      box.style.zoom = String(1 / host.currentCSSZoom);
      delete box.dataset.tight;
      return { width: box.offsetWidth, height: box.offsetHeight };
    },
    moveTo({ x, y, maxHeight }) {
      box.style.setProperty("--max-height", `${Math.floor(maxHeight)}px`);
      if (box.offsetHeight > maxHeight) box.dataset.tight = "";
      const place = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
      if (place !== placed) {
        box.style.transform = place;
        placed = place;
        steady = now();
      }
      box.dataset.placed = "yes";
    },
    steadySince: () => (tampered ? null : steady),
    seenCovered: () => covered,
    owns: (target) => target === host,
  };
}

/** Inside a modal dialog or a fullscreen element all else is inert; elsewhere the root disturbs the page's own children least. */
function parentFor(element: Element): Element {
  for (let at: Element | null = element; at; at = hostOf(at)) {
    const covering = at.closest("dialog:modal, :fullscreen");
    if (covering) return covering;
  }
  return document.documentElement;
}

function hostOf(element: Element): Element | null {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
