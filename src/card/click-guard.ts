import { isCovered, isInViewTransition } from "./cover";
import { isFromReader } from "./input/reader-event";
import { isDistorted } from "./page-distortion";
import type { Shell } from "./shell";

/** Why a click is refused. */
export type ClickRefusal =
  /** A script made it, and not the reader. */
  | "forged"
  /**
   * The card has just appeared, moved or been uncovered. The click may be an accident, or the page moved the card under
   * the pointer.
   */
  | "early"
  /** The page hides, covers, alters or removes the card. */
  | "altered"
  /** The page is a frame, and this browser cannot tell whether the page around it covers or fades the card. */
  | "framed";

/** Tells a click that the reader meant from one that the page has forged, or tricked the reader into. */
export interface ClickGuard {
  /** Why a click is refused; null if it counts. */
  readonly refusal: (event: MouseEvent) => ClickRefusal | null;
}

/** What decides whether a page could cover the card without our noticing. */
export interface CoverRisk {
  /** Whether the page is a frame within another. */
  readonly isFramed: boolean;
  /** Whether the browser reports what is drawn over an element, also by the pages around (watch-cover.ts). */
  readonly reportsCover: boolean;
}

type GuardedShell = Pick<Shell, "host" | "box" | "steadySince" | "seenCovered" | "elementAt">;

/** How long the card must have been visible at one place before a click counts. */
const STEADY_MS = 500;

/** The guard of one shell's buttons. `now`: milliseconds of the shell's clock. */
export function createClickGuard(shell: GuardedShell, now: () => number, coverRisk: CoverRisk): ClickGuard {
  return {
    refusal(event) {
      if (!isFromReader(event)) return "forged";
      const since = shell.steadySince();
      if (since === null || isAltered(shell, coverRisk) || !isHit(shell, event)) return "altered";
      if (coverRisk.isFramed && !coverRisk.reportsCover) return "framed";
      return now() - since < STEADY_MS ? "early" : null;
    },
  };
}

function isAltered({ host, box, seenCovered }: GuardedShell, { reportsCover }: CoverRisk): boolean {
  return (
    isUndressed(box) || isDistorted(host) || isCovered(host, box, reportsCover) || isInViewTransition() || seenCovered()
  );
}

/** Whether the page has taken the host through another document, which strips its root of our styles. */
function isUndressed(box: Element): boolean {
  return getComputedStyle(box).position !== "fixed";
}

/** Whether the browser finds the button at the point of the click, or, if a key pressed it, at the button's place. */
function isHit({ host, elementAt }: GuardedShell, event: MouseEvent): boolean {
  const button = event.currentTarget as Element;
  const { x, y } = event.detail === 0 ? middleOf(button) : { x: event.clientX, y: event.clientY };
  return (
    (host.getRootNode() as Document | ShadowRoot).elementFromPoint(x, y) === host && button.contains(elementAt(x, y))
  );
}

function middleOf(element: Element): { x: number; y: number } {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}
