import { useState } from "preact/hooks";

/**
 * A `ref` for an element that may go while the focus is in it, for example because the reader presses a button there.
 * The focus then goes to `heirOf` the element; otherwise screen readers begin at the top of the page again.
 */
export function useFocusHeir(heirOf: (going: HTMLElement) => HTMLElement | null | undefined) {
  const [ref] = useState(() => {
    let current: HTMLElement | null = null;
    return (element: HTMLElement | null) => {
      // It is told before the element leaves the document.
      if (!element && current?.contains(document.activeElement)) heirOf(current)?.focus();
      current = element;
    };
  });
  return ref;
}

/** The section around an element, which can have the focus; its title is read out then. */
export function sectionOf(element: Element): HTMLElement | null {
  return element.closest<HTMLElement>("section[tabindex]");
}

/** The first match in the elements behind this one in its list, or else in those before it, the nearest one first. */
export function matchBeside(element: Element, selector: string): HTMLElement | null {
  for (const direction of ["nextElementSibling", "previousElementSibling"] as const) {
    for (let other = element[direction]; other; other = other[direction]) {
      const match = other.matches(selector) ? other : other.querySelector(selector);
      if (match instanceof HTMLElement) return match;
    }
  }
  return null;
}
