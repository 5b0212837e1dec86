const relayed = new WeakSet<Event>();

/** Whether the reader made an event: the browser says so, or `relay` passed it on from such an event. */
export function isFromReader(event: Event): boolean {
  return event.isTrusted || relayed.has(event);
}

/**
 * Dispatches to an element of the box what the reader did to the host. The event must not be composed: then it does not
 * leave the shadow root, and the page does not get it. False if a listener prevented the event's default.
 */
export function relay(target: Element, event: Event): boolean {
  relayed.add(event);
  return target.dispatchEvent(event);
}
