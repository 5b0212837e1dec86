import type { BoxInput, InputParts } from "./box-input";
import { createHostArea } from "./host-area";
import { createRelayedKeys } from "./relayed-keys";
import { relayPointer } from "./relayed-pointer";
import { createRelayedSelection } from "./relayed-selection";
import { createTip } from "./tip";

/** `ariaNotify` has a screen reader say a text; TypeScript's types do not have it yet. */
type SpeakingElement = HTMLElement & { readonly ariaNotify: (text: string) => void };

/**
 * The box is inert: no event happens to its nodes, and the browser neither selects its text nor finds it. The host,
 * which lies over it, gets the reader's input and passes it on. Screen readers do not see an inert box, so the host is
 * the dialog for them, and they are told what the reader goes to and what the card has to say.
 */
export function createRelayedInput(parts: InputParts): BoxInput {
  const { host, root, box } = parts;
  const area = createHostArea(parts);
  const tip = createTip(root);
  const say = (text: string) => (host as SpeakingElement).ariaNotify(text);
  const keys = createRelayedKeys({ host, box, say });
  const selection = createRelayedSelection({ host, root, box, whileHitTestable });
  const spoken = createSpokenCard(host, box, say);
  box.inert = true;
  box.dataset.selectable = "";
  box.addEventListener("click", followLink);
  host.tabIndex = 0;

  /** Does `look` while the box is not inert, because hit tests find nothing inert. No other script runs in between. */
  function whileHitTestable<Found>(look: () => Found): Found {
    box.inert = false;
    const found = look();
    box.inert = true;
    return found;
  }

  function elementAt(x: number, y: number): Element | null {
    const found = whileHitTestable(() => root.elementFromPoint(x, y));
    return found === host ? null : found;
  }

  function drawn(): void {
    area.cover();
    selection.drawn();
    spoken.drawn();
  }

  return {
    begin(signal) {
      relayPointer({ host, box, elementAt, area, pointed: tip.follow, clicked: keys.clicked }, signal);
      keys.begin(signal);
      selection.begin(signal);
      const changes = new MutationObserver(drawn);
      // The box's place and height are in its style.
      changes.observe(box, { childList: true, characterData: true, subtree: true, attributeFilter: ["style"] });
      signal.addEventListener("abort", () => {
        changes.disconnect();
        tip.hide();
      });
    },
    elementAt,
    focus: keys.focus,
  };
}

/**
 * In Firefox the default action of a click fires a `DOMActivate` event that leaves the closed root with the link or
 * button as its target. So it is prevented, and a link is followed through a copy that is in no document.
 */
function followLink(click: MouseEvent): void {
  click.preventDefault();
  const link = (click.target as Element).closest("a");
  link?.cloneNode().dispatchEvent(new MouseEvent("click", click));
}

/** What screen readers are told of the card. */
function createSpokenCard(host: HTMLElement, box: HTMLElement, say: (text: string) => void) {
  let said = "";
  host.role = "dialog";
  return {
    drawn(): void {
      host.ariaLabel = box.querySelector("[role=dialog]")?.getAttribute("aria-label") ?? null;
      const status = box.querySelector("[role=status]")?.textContent ?? "";
      if (status !== said && status !== "") say(status);
      said = status;
    },
  };
}
