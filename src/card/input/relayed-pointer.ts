import type { HostArea } from "./host-area";
import { relay } from "./reader-event";
import { scrollCard } from "./scroll-card";

interface RelayedPointerDeps {
  readonly host: HTMLElement;
  readonly box: HTMLElement;
  readonly elementAt: (x: number, y: number) => Element | null;
  readonly area: Pick<HostArea, "setCursor">;
  /** The pointer is on these elements now, the innermost first. */
  readonly pointed: (path: readonly Element[], event: PointerEvent) => void;
  /** The reader has clicked an element. */
  readonly clicked: (element: Element) => void;
}

/** Passes the pointer's events on to the elements of the box, until `signal` aborts. */
export function relayPointer(deps: RelayedPointerDeps, signal: AbortSignal): void {
  const { host, box, elementAt, area } = deps;
  let path: readonly Element[] = [];
  let pressed: Element | null = null;
  /** Where the finger was last. */
  let fingerY = 0;

  function enter(next: readonly Element[], event: PointerEvent): void {
    for (const element of path.filter((one) => !next.includes(one))) {
      element.removeAttribute("data-hovered");
      relay(element, new PointerEvent("pointerleave", pointOf(event)));
    }
    for (const element of next) element.setAttribute("data-hovered", "");
    path = next;
    const [innermost] = next;
    area.setCursor(innermost ? getComputedStyle(innermost).cursor : "auto");
    deps.pointed(next, event);
  }

  const pathAt = ({ clientX, clientY }: MouseEvent) => pathFrom(elementAt(clientX, clientY), box);

  /** As in a page, a click goes to the innermost element that holds the places of both press and release. */
  function click(event: MouseEvent): void {
    const target = pathAt(event).find((element) => element.contains(pressed));
    if (!target) return;
    deps.clicked(target);
    relay(target, new MouseEvent("click", { ...pointOf(event), detail: event.detail }));
  }

  const listen = <Type extends keyof HTMLElementEventMap>(
    type: Type,
    act: (event: HTMLElementEventMap[Type]) => void,
  ) => host.addEventListener(type, (event) => event.isTrusted && act(event), { signal });
  listen("pointermove", (event) => {
    enter(pathAt(event), event);
    const [innermost] = path;
    if (innermost) relay(innermost, new PointerEvent("pointermove", pointOf(event)));
    if (event.pointerType !== "touch") return;
    scrollCard(box, fingerY - event.clientY);
    fingerY = event.clientY;
  });
  listen("pointerleave", (event) => enter([], event));
  listen("pointerdown", (event) => {
    [pressed = null] = pathAt(event);
    fingerY = event.clientY;
  });
  listen("click", click);
  // The middle button opens a link, too.
  listen(
    "auxclick",
    (event) => event.button === 1 && pathAt(event).some(({ localName }) => localName === "a") && click(event),
  );
  listen("wheel", (event) => {
    if (scrollCard(box, event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? event.deltaY : event.deltaY * LINE_PX))
      event.preventDefault();
  });
}

/** What one line of a wheel that counts in lines scrolls by. */
const LINE_PX = 18;

function pathFrom(innermost: Element | null, box: Element): readonly Element[] {
  const path: Element[] = [];
  for (let at = innermost; at && at !== box; at = at.parentElement) path.push(at);
  return path;
}

function pointOf({ clientX, clientY, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): PointerEventInit {
  return { clientX, clientY, ctrlKey, metaKey, shiftKey, altKey, bubbles: true, cancelable: true };
}
